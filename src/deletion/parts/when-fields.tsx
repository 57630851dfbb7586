import { Group, Stack, Text } from "@mantine/core";
import { TimeInput } from "@mantine/dates";
import { useFormatter } from "../../ui/formatter-context";
import { DayField } from "../../ui/day-field";
import { DayPresets } from "./day-presets";

/** A moment as it was typed, sense or not. */
export interface WhenDraft {
  readonly day: string;
  /** `HH:mm`; empty while the field is half filled. */
  readonly time: string;
}

/** The part of a form that these fields fill. */
export interface WhenForm {
  readonly draft: WhenDraft;
  /** When the form was last changed, in ms. */
  readonly nowMs: number;
  readonly change: (part: Partial<WhenDraft>) => void;
  /** The focus left that field. */
  readonly leave: (field: "day") => void;
  readonly errorOf: (field: keyof WhenDraft) => string | null;
}

interface WhenFieldsProps {
  readonly form: WhenForm;
  /** What counts as last used. */
  readonly note: string;
}

/** The moment before which a file was last used. */
export function WhenFields({ form, note }: WhenFieldsProps) {
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
        {note}
      </Text>
    </Stack>
  );
}
