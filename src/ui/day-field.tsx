import "@mantine/dates/styles.css";
import { DateInput } from "@mantine/dates";
import { DAY_FORMAT, dayOf, parseDay } from "../lib/dates";

export interface DayFieldProps {
  readonly label: string;
  readonly description?: string;
  readonly placeholder: string;
  /** As typed, or `YYYY-MM-DD` where it was picked. */
  readonly text: string;
  readonly onChange: (text: string) => void;
  readonly onBlur: () => void;
  /** Why the day cannot be used. */
  readonly error: string | null;
  /** Nothing later can be chosen. */
  readonly nowMs: number;
}

/** A day typed in several ways or picked from a calendar. What cannot be read stays as it was typed. */
export function DayField({ text, onChange, onBlur, nowMs, ...words }: DayFieldProps) {
  return (
    <DateInput
      {...words}
      value={parseDay(text)}
      valueFormat={DAY_FORMAT}
      dateParser={parseDay}
      fixOnBlur={false}
      maxDate={dayOf(nowMs)}
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
