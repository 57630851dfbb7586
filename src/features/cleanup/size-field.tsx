import { Flex, Input, Slider, TextInput } from "@mantine/core";
import { useId } from "react";
import type { Formatter } from "../../lib/formatter";
import { useFormatter } from "../../ui/formatter-context";
import { readSize, sizeText } from "./rule-draft";
import { LAST_STOP, positionOf, sizeAt } from "./size-scale";

export interface SizeFieldProps {
  /** As typed; empty for any size. */
  readonly text: string;
  readonly onChange: (text: string) => void;
  readonly onBlur: () => void;
  readonly error: string | null;
}

const MARKED = [0, 1e4, 1e6, 1e8, 1e10];

/** The size limit: a logarithmic slider, and a field for exact sizes. Each follows the other. */
export function SizeField({ text, onChange, onBlur, error }: SizeFieldProps) {
  const formatter = useFormatter();
  const labelId = useId();
  const words = (bytes: number) => (bytes === 0 ? "Any size" : formatter.bytes(bytes));
  return (
    <Input.Wrapper
      label="Larger than"
      labelElement="div"
      labelProps={{ id: labelId }}
      description="Empty files and unfinished uploads never match."
    >
      <Flex
        gap={{ base: "md", sm: "xl" }}
        direction={{ base: "column", xs: "row" }}
        align={{ base: "stretch", xs: "flex-start" }}
        mt="xs"
      >
        <Slider
          flex={1}
          mt={9}
          mb="xl"
          mx="xs"
          min={0}
          max={LAST_STOP}
          value={positionOf(readSize(text) ?? 0)}
          onChange={(position) => {
            onChange(sizeText(sizeAt(position), formatter));
          }}
          label={(position) => words(sizeAt(position))}
          styles={{ markLabel: { color: "var(--mantine-color-dimmed)" } }}
          thumbLabel="Larger than"
          thumbValueText={(position) => words(sizeAt(position))}
          marks={MARKED.map((bytes) => ({ value: positionOf(bytes), label: markText(bytes, formatter) }))}
        />
        <TextInput
          aria-label="Size"
          placeholder="Any size"
          value={text}
          error={error}
          onChange={(event) => {
            onChange(event.currentTarget.value);
          }}
          onBlur={onBlur}
          autoComplete="off"
          w={{ base: "100%", xs: "11rem" }}
        />
      </Flex>
    </Input.Wrapper>
  );
}

const markText = (bytes: number, formatter: Formatter): string => (bytes === 0 ? "Any" : formatter.bytes(bytes));
