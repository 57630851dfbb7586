import "@mantine/dates/styles.css";
import { DateInput } from "@mantine/dates";
import { DAY_FORMAT, dayOf, parseDay } from "../../lib/dates";
import { useFormatter } from "../../ui/formatter-context";

export interface DayFieldProps {
  /** As typed, or `YYYY-MM-DD` where it was picked. */
  readonly text: string;
  readonly onChange: (text: string) => void;
  readonly onBlur: () => void;
  readonly error: string | undefined;
  /** Nothing later can be chosen. */
  readonly nowMs: number;
}

/** The rule's date, typed in several ways or picked from a calendar. What cannot be read stays as it was typed. */
export function DayField({ text, onChange, onBlur, error, nowMs }: DayFieldProps) {
  const formatter = useFormatter();
  return (
    <DateInput
      label="Last used before"
      description={`${formatter.zone} time`}
      placeholder="e.g. 24 Aug 2026"
      value={parseDay(text)}
      valueFormat={DAY_FORMAT}
      dateParser={parseDay}
      fixOnBlur={false}
      maxDate={dayOf(nowMs)}
      error={error}
      // What is wrong stands above the field: below it the calendar would cover the words.
      inputWrapperOrder={["label", "description", "error", "input"]}
      onInput={(event) => {
        onChange(event.currentTarget.value);
      }}
      onChange={(day) => {
        // Typed text is taken from the field itself: here comes null for what it cannot read.
        if (day !== null) onChange(day);
      }}
      onBlur={onBlur}
    />
  );
}
