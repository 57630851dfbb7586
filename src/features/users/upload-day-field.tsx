import "@mantine/dates/styles.css";
import { DateInput } from "@mantine/dates";
import { useState } from "react";
import { DAY_FORMAT, parseDay } from "../../lib/dates";

interface UploadDayFieldProps {
  readonly label: string;
  readonly clearLabel: string;
  /** `YYYY-MM-DD` */
  readonly value: string | null;
  readonly onChange: (day: string | null) => void;
  /** Why the day cannot be used. */
  readonly problem: string | null;
}

/** A day that can be typed in several ways or picked from a calendar. Text that is no day stays, with what is wrong. */
export function UploadDayField({ label, clearLabel, value, onChange, problem }: UploadDayFieldProps) {
  const [typed, setTyped] = useState("");
  const [isLeft, setIsLeft] = useState(false);
  const isNoDay = typed.trim() !== "" && parseDay(typed) === null;
  const noDay =
    isNoDay && isLeft ? "This is not a day. Type one such as 14 Mar 2025. Nothing has changed so far." : null;
  return (
    <DateInput
      label={label}
      placeholder="Any day"
      value={value}
      valueFormat={DAY_FORMAT}
      dateParser={parseDay}
      clearable
      clearButtonProps={{ "aria-label": clearLabel }}
      fixOnBlur={!isNoDay}
      error={noDay ?? problem}
      // What is wrong stands above the field: below it the calendar would cover the words.
      inputWrapperOrder={["label", "error", "input"]}
      // Within the page's landmarks, where a reader finds it beside its field.
      popoverProps={{ withinPortal: false }}
      onInput={(event) => {
        setTyped(event.currentTarget.value);
        setIsLeft(false);
      }}
      onBlur={() => {
        setIsLeft(true);
      }}
      onChange={(day) => {
        setTyped("");
        onChange(day);
      }}
    />
  );
}
