import { useFormatter } from "./formatter-context";
import classes from "./share.module.css";

interface ShareProps {
  readonly part: number;
  readonly whole: number;
}

/** A part of a whole as a bar and in per cent. */
export function Share({ part, whole }: ShareProps) {
  const formatter = useFormatter();
  const share = whole === 0 ? 0 : part / whole;
  return (
    <span className={classes["share"]}>
      <span className={classes["bar"]} aria-hidden>
        <div className={classes["part"]} style={{ inlineSize: `${String(share * 100)}%` }} />
      </span>
      {formatter.percent(share)}
    </span>
  );
}
