import { ActionIcon, Code, Group, Tooltip, VisuallyHidden } from "@mantine/core";
import { IconCheck, IconCopy } from "@tabler/icons-react";
import { useState } from "react";
import { copyText } from "./copy-text";
import { UserText } from "./user-text";

export interface CopyableProps {
  readonly value: string;
  /** What the button does, for instance "Copy the media ID". */
  readonly label: string;
}

type Result = "none" | "copied" | "refused";

const words: Record<Result, string | null> = {
  none: null,
  copied: "Copied",
  refused: "The browser did not allow copying. Select the text and copy it by hand.",
};

/** A value that is needed elsewhere, with a button that copies it. */
export function Copyable({ value, label }: CopyableProps) {
  const [result, setResult] = useState<Result>("none");
  const copy = async () => {
    setResult((await copyText(value)) ? "copied" : "refused");
  };
  const forget = () => {
    setResult("none");
  };
  return (
    <Group gap={4} wrap="nowrap" maw="100%" display="inline-flex">
      <Code miw={0}>
        <UserText text={value} />
      </Code>
      <Tooltip label={words[result] ?? label} multiline maw={260}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="md"
          aria-label={label}
          onClick={() => void copy()}
          onBlur={forget}
          onMouseLeave={forget}
        >
          {result === "copied" ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
        </ActionIcon>
      </Tooltip>
      <VisuallyHidden component="output">{words[result]}</VisuallyHidden>
    </Group>
  );
}
