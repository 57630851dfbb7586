import { Progress } from "@mantine/core";

export interface ProgressBarProps {
  readonly label: string;
  /** Between 0 and 1. */
  readonly share: number;
  /** How far it is in words, for whoever does not see the bar. */
  readonly text: string;
  readonly size?: "md" | "lg";
}

/** How far something has come. */
export function ProgressBar({ label, share, text, size = "md" }: ProgressBarProps) {
  return (
    <Progress.Root size={size} transitionDuration={0}>
      <Progress.Section
        value={100 * share}
        // Mantine's own attributes would put "33.333333333333336%" in the place of the words.
        withAria={false}
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- A native progress element cannot be drawn in the theme's colours.
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.floor(100 * share)}
        aria-valuetext={text}
      />
    </Progress.Root>
  );
}
