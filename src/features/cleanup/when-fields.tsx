import { Group, Stack, Text } from "@mantine/core";
import { TimeInput } from "@mantine/dates";
import { useFormatter } from "../../ui/formatter-context";
import { DayField } from "../../ui/day-field";
import { DayPresets } from "./day-presets";
import type { RuleForm } from "./use-rule-draft";

/** The moment before which a file was last used. */
export function WhenFields({ form }: { readonly form: RuleForm }) {
  const formatter = useFormatter();
  const { draft, nowMs, change, leave, errorOf } = form;
  return (
    <Stack gap="sm">
      <Group align="flex-end" gap="md">
        <DayField
          label="Last used before"
          description={`${formatter.zone} time`}
          placeholder="e.g. 24 Aug 2026"
          text={draft.day}
          nowMs={nowMs}
          onChange={(day) => {
            change({ day });
          }}
          onBlur={() => {
            leave("day");
          }}
          error={errorOf("day")}
        />
        <TimeInput
          label="At"
          description="Hours and minutes"
          value={draft.time}
          onChange={(event) => {
            change({ time: event.currentTarget.value });
          }}
          error={errorOf("time")}
          inputWrapperOrder={["label", "description", "error", "input"]}
        />
      </Group>
      <DayPresets
        text={draft.day}
        nowMs={nowMs}
        onPick={(day) => {
          change({ day, time: "00:00" });
        }}
      />
      <Text size="sm" c="dimmed">
        A file that was never opened counts from its upload.
      </Text>
    </Stack>
  );
}
