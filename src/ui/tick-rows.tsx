import { useMemo, useSyncExternalStore } from "react";
import type { Store } from "../lib/store";
import { rowsBetween, tickRows } from "../lib/ticks";
import type { IdOf, Ticks } from "../lib/ticks";
import { TickBox } from "./tick-box";

interface TickListProps<Row> {
  /** What ticking means; said by screen readers. */
  readonly label: string;
  /** The rows in their order. */
  readonly rows: readonly Row[];
  readonly idOf: IdOf<Row>;
  readonly ticks: Store<Ticks<Row>>;
}

interface TickRowProps<Row> extends TickListProps<Row> {
  readonly row: Row;
  /** The ID of the row that was ticked or unticked last, from which Shift reaches on. */
  readonly lastTicked: Store<string | null>;
}

/** The box of a row. It watches its own tick, so that ticking one row draws no other row again. */
export function TickRow<Row>({ label, row, rows, idOf, ticks, lastTicked }: TickRowProps<Row>) {
  const id = idOf(row);
  const isTicked = useSyncExternalStore(ticks.subscribe, () => ticks.get().has(id));
  return (
    <TickBox
      label={label}
      isTicked={isTicked}
      onTick={(toTick, isShift) => {
        const meant = isShift ? rowsBetween(rows, { before: lastTicked.get(), now: id }, idOf) : [row];
        lastTicked.set(id);
        ticks.set(tickRows(ticks.get(), meant, { isTicked: toTick, idOf }));
      }}
    />
  );
}

/** The box in the header, for these rows only. */
export function TickAllRows<Row>({ label, rows, idOf, ticks }: TickListProps<Row>) {
  const ticked = useSyncExternalStore(ticks.subscribe, ticks.get);
  const count = useMemo(() => rows.filter((row) => ticked.has(idOf(row))).length, [rows, ticked, idOf]);
  return (
    <TickBox
      label={label}
      isTicked={count > 0 && count === rows.length}
      isMixed={count > 0 && count < rows.length}
      onTick={(isTicked) => {
        ticks.set(tickRows(ticks.get(), rows, { isTicked, idOf }));
      }}
    />
  );
}
