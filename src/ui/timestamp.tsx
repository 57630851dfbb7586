import { useFormatter } from "./formatter-context";
import classes from "./figure.module.css";

export interface TimestampProps {
  /** In ms since 1970; null where there is none. */
  readonly ms: number | null;
  /** Said where there is none. */
  readonly none?: string;
}

/** A moment in the zone of all dates, with its exact UTC on hover. */
export function Timestamp({ ms, none = "never" }: TimestampProps) {
  const formatter = useFormatter();
  if (ms === null) return <span className={classes["none"]}>{none}</span>;
  // A database may hold a number that no date can be made of; it is shown as it is.
  const date = new Date(ms);
  const machineText = Number.isNaN(date.getTime()) ? undefined : date.toISOString();
  return (
    <time className={classes["figure"]} dateTime={machineText} title={formatter.utc(ms)}>
      {formatter.dateTime(ms)}
    </time>
  );
}
