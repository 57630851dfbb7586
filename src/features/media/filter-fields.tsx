import { NativeSelect, SimpleGrid, Stack, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { typeGroupIn, typeGroups } from "../../deletion/parts/type-groups";
import { DayField } from "../../ui/day-field";
import { useFormatter } from "../../ui/formatter-context";
import { openedWords, stateWords } from "./filter-words";
import { fileStates, openedChoices } from "./media-filter";
import type { MediaFilter } from "./media-filter";
import type { FilterForm } from "./use-filter-form";

interface FilterFieldsProps {
  readonly filter: MediaFilter;
  readonly form: FilterForm;
  readonly onChange: (change: Partial<MediaFilter>) => void;
}

/** Everything a user's list can be narrowed by besides the name. What is wrong stands above its field. */
export function FilterFields({ filter, form, onChange }: FilterFieldsProps) {
  const { zone } = useFormatter();
  return (
    <Stack gap="sm">
      <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }} verticalSpacing="sm" style={{ alignItems: "end" }}>
        <NativeSelect
          label="Type"
          data={[{ value: "", label: "Any type" }, ...typeGroups]}
          value={filter.type ?? ""}
          onChange={(event) => {
            onChange({ type: typeGroupIn(event.currentTarget.value) });
          }}
        />
        <NativeSelect
          label="State"
          data={[
            { value: "", label: "Any state" },
            ...fileStates.map((value) => ({ value, label: stateWords[value] })),
          ]}
          value={filter.state ?? ""}
          onChange={({ currentTarget: { value } }) => {
            onChange({ state: fileStates.find((state) => state === value) ?? null });
          }}
        />
        <SizeLimit form={form} field="minBytes" label="Size from" />
        <SizeLimit form={form} field="maxBytes" label="Size to" />
        <DayLimit form={form} field="from" label="Uploaded from" />
        <DayLimit form={form} field="until" label="Uploaded until" />
        <DayLimit form={form} field="usedBefore" label="Last used before" />
        <NativeSelect
          label="Files never opened"
          data={[
            { value: "", label: "Shown as well" },
            ...openedChoices.map((value) => ({ value, label: openedWords[value] })),
          ]}
          value={filter.opened ?? ""}
          onChange={({ currentTarget: { value } }) => {
            onChange({ opened: openedChoices.find((choice) => choice === value) ?? null });
          }}
        />
      </SimpleGrid>
      <Text size="sm" c="dimmed">
        {`Days are days in the zone ${zone}; both days of upload count whole. A file that was never opened counts as last used at its upload.`}
      </Text>
    </Stack>
  );
}

interface LimitProps<Field extends string> {
  readonly form: FilterForm;
  readonly field: Field;
  readonly label: string;
}

function SizeLimit({ form, field, label }: LimitProps<"minBytes" | "maxBytes">) {
  return (
    <TextInput
      label={label}
      placeholder="Any size"
      autoComplete="off"
      inputWrapperOrder={["label", "error", "input"]}
      value={form.texts[field]}
      error={form.errors[field]}
      onChange={(event) => {
        form.type(field, event.currentTarget.value);
      }}
      onBlur={() => {
        form.settle(field);
      }}
      onKeyDown={({ key }) => {
        if (key === "Enter") form.settle(field);
      }}
    />
  );
}

function DayLimit({ form, field, label }: LimitProps<"from" | "until" | "usedBefore">) {
  const [nowMs] = useState(() => Date.now());
  return (
    <DayField
      label={label}
      placeholder="Any day"
      text={form.texts[field]}
      nowMs={nowMs}
      onChange={(text) => {
        form.type(field, text);
      }}
      onBlur={() => {
        form.settle(field);
      }}
      error={form.errors[field]}
    />
  );
}
