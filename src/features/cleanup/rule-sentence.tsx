import { Stack, Text } from "@mantine/core";
import { sourceText } from "../../deletion/parts/rule-text";
import { isFiltering } from "../../sweep/filter";
import { useFormatter } from "../../ui/formatter-context";
import type { RuleForm } from "./use-rule-draft";

/** What the form says, in words, as it will stand on the receipt. */
export function RuleSentence({ form: { draft, source } }: { readonly form: RuleForm }) {
  const formatter = useFormatter();
  if (source === null) {
    const isDateMissing = draft.day.trim() === "";
    return (
      <Text component="output" c="dimmed">
        {isDateMissing
          ? "Choose a date: the rule is then written out here."
          : "The rule is written out here as soon as every field makes sense."}
      </Text>
    );
  }
  return (
    <Stack component="output" gap="xs">
      <Text fw={600} style={{ overflowWrap: "anywhere" }}>
        {sourceText(formatter, source)}
      </Text>
      {isFiltering(source.filter) ? (
        <Text size="sm" c="dimmed">
          Only “Exactly this list” can delete by these conditions: Synapse&apos;s own rule knows date and size only.
        </Text>
      ) : null}
    </Stack>
  );
}
