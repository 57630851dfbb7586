import { useFormatter } from "./formatter-context";
import classes from "./share.module.css";

interface ShareProps {
  readonly part: number;
  readonly whole: number;
  /** What is said beside the bar; `{share}` stands for the per cent, which alone is said unless told otherwise. */
  readonly words?: string;
}

/** A part of a whole as a bar and in per cent. */
export function Share({ part, whole, words = "{share}" }: ShareProps) {
  const formatter = useFormatter();
  const share = whole === 0 ? 0 : part / whole;
  return (
    <span className={classes["share"]}>
      <span className={classes["bar"]} aria-hidden>
        <div className={classes["part"]} style={{ inlineSize: `${String(share * 100)}%` }} />
      </span>
      <span>{words.replace("{share}", formatter.percent(share))}</span>
    </span>
  );
}
