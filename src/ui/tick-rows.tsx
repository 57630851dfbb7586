import { useSyncExternalStore } from "react";
import type { Store } from "../lib/store";
import { rowsBetween, tickedOf } from "../lib/ticks";
import type { IdOf, Ticks } from "../lib/ticks";
import { TickBox } from "./tick-box";

interface TickListProps<Row> {
  /** What ticking means; said by screen readers. */
  readonly label: string;
  /** The rows in their order. */
  readonly rows: readonly Row[];
  readonly idOf: IdOf<Row>;
  readonly ticks: Ticks<Row>;
}

interface TickRowProps<Row> extends TickListProps<Row> {
  readonly row: Row;
  /** The ID of the row that was ticked or unticked last, from which Shift reaches on. */
  readonly lastTicked: Store<string | null>;
}

/** The box of a row. It watches its own tick, so that ticking one row draws no other row again. */
export function TickRow<Row>({ label, row, rows, idOf, ticks, lastTicked }: TickRowProps<Row>) {
  const id = idOf(row);
  const isTicked = useSyncExternalStore(ticks.subscribe, () => ticks.has(id));
  return (
    <TickBox
      label={label}
      isTicked={isTicked}
      onTick={(toTick, isShift) => {
        const meant = isShift ? rowsBetween(rows, { before: lastTicked.get(), now: id }, idOf) : [row];
        lastTicked.set(id);
        ticks.tick(meant, toTick);
      }}
    />
  );
}

/** The box in the header, for these rows only. */
export function TickAllRows<Row>({ label, rows, idOf, ticks }: TickListProps<Row>) {
  useSyncExternalStore(ticks.subscribe, ticks.get);
  const ticked = tickedOf(ticks, rows, idOf);
  return (
    <TickBox
      label={label}
      isTicked={ticked === "all"}
      isMixed={ticked === "some"}
      onTick={(isTicked) => {
        ticks.tick(rows, isTicked);
      }}
    />
  );
}
