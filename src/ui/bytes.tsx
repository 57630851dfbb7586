import { useFormatter } from "./formatter-context";
import classes from "./figure.module.css";

export interface BytesProps {
  /** In bytes; null where it is not known. */
  readonly value: number | null;
  /** Said where there is no value. */
  readonly none?: string;
}

/** A size as people read it, with the exact number of bytes on hover. */
export function Bytes({ value, none = "unknown" }: BytesProps) {
  const formatter = useFormatter();
  if (value === null) return <span className={classes["none"]}>{none}</span>;
  return (
    <span className={classes["figure"]} title={formatter.exactBytes(value)}>
      {formatter.bytes(value)}
    </span>
  );
}
