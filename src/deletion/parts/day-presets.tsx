import { Button, Fieldset, Group } from "@mantine/core";
import { dayBefore, parseDay } from "../../lib/dates";

const presets = [
  { label: "30 days", days: 30 },
  { label: "90 days", days: 90 },
  { label: "180 days", days: 180 },
  { label: "1 year", days: 365 },
] as const;

export interface DayPresetsProps {
  /** The day as it stands in its field. */
  readonly text: string;
  readonly nowMs: number;
  readonly onPick: (day: string) => void;
}

/** Days that are asked for most, as the time a file was not used for. */
export function DayPresets({ text, nowMs, onPick }: DayPresetsProps) {
  const chosen = parseDay(text);
  return (
    <Fieldset variant="unstyled" legend="Not used for" fz="sm" p={0} m={0} bd="none">
      <Group gap="xs">
        {presets.map(({ label, days }) => {
          const day = dayBefore(nowMs, days);
          const isChosen = day === chosen;
          return (
            <Button
              key={label}
              size="xs"
              variant={isChosen ? "light" : "default"}
              aria-pressed={isChosen}
              onClick={() => {
                onPick(day);
              }}
            >
              {label}
            </Button>
          );
        })}
      </Group>
    </Fieldset>
  );
}
