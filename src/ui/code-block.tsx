import { Box, Button, Code, Group, Stack, Text } from "@mantine/core";
import { IconCheck, IconCopy } from "@tabler/icons-react";
import { useState } from "react";
import type { ReactNode } from "react";
import { copyText } from "./copy-text";

export interface CodeBlockProps {
  /** Names the block for whoever does not see it. */
  readonly label: string;
  readonly code: string;
  /** What the button does, for instance "Copy the script". */
  readonly copyLabel: string;
  /** Further buttons beside it. */
  readonly children?: ReactNode;
}

/** More than this many characters slow a browser down, and nobody reads them there. */
const SHOWN_CHARS = 20_000;

type Result = "none" | "copied" | "refused";

const words: Record<Result, string | null> = {
  none: null,
  copied: "Copied",
  refused: "The browser did not allow copying. Select the text and copy it by hand.",
};

/** Code to be read, scrolled within its block and copied as a whole. */
export function CodeBlock({ label, code, copyLabel, children }: CodeBlockProps) {
  const [result, setResult] = useState<Result>("none");
  const copy = async () => {
    setResult((await copyText(code)) ? "copied" : "refused");
  };
  return (
    <Stack gap="xs">
      {/* In the tab order, because what scrolls has to scroll by keyboard too. */}
      <Box component="section" aria-label={label} tabIndex={0} mah={260} style={{ overflow: "auto" }}>
        <Code block miw="100%" w="max-content">
          {code.slice(0, SHOWN_CHARS)}
        </Code>
      </Box>
      {code.length > SHOWN_CHARS ? <Text size="sm">Only the beginning is shown; copying takes all of it.</Text> : null}
      <Group gap="sm">
        <Button
          size="xs"
          variant="default"
          leftSection={result === "copied" ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
          onClick={() => void copy()}
        >
          {copyLabel}
        </Button>
        {children}
        <Text component="output" size="sm">
          {words[result]}
        </Text>
      </Group>
    </Stack>
  );
}
