import { useEffect, useMemo, useState } from "react";
import type { Found } from "../../session/review";
import type { Inventory } from "../../sweep/inventory";
import { rowsInOrder, sortKeysOf } from "../../sweep/row-order";
import type { FileSort } from "../parts/file-sort";
import { sortAside } from "./sort-aside";

/** Up to this many rows sorting takes no longer than a frame, and needs no worker. */
const AT_ONCE = 10_000;

/** Whether the lists of so many files are sorted and drawn without a delay that anybody would notice. */
export const isDrawnAtOnce = ({ inventory }: Found): boolean => inventory.rows <= AT_ONCE;

/** Rows of an inventory in ascending order. */
export interface Ordered {
  /** What this is the order of; null where the rows stand as they were found. */
  readonly sort: FileSort | null;
  /** Rows that were added since are missing. */
  readonly rows: Uint32Array;
}

/**
 * The rows of an inventory in order. Very many are sorted once all of them are read: until then they stand as they were
 * found, and while a new order is on its way the latest one holds.
 */
export function useRowOrder(found: Found, sort: FileSort, isReading: boolean): Ordered {
  const [latest, setLatest] = useState<LatestOrder | null>(null);
  const { inventory } = found;
  const { key } = sort;
  const isSmall = isDrawnAtOnce(found);
  const atOnce = useMemo(() => (isSmall ? rowsInOrder(sortKeysOf(found.inventory, key)) : null), [found, key, isSmall]);
  const isKnown = latest?.of === inventory && latest.sort.key === key && latest.rows.length === inventory.rows;
  const isWanted = !isSmall && !isReading && !isKnown;
  useEffect(() => {
    if (!isWanted) return undefined;
    const leaving = new AbortController();
    const sortThem = async () => {
      const rows = await sortAside(found.inventory, key, leaving.signal);
      if (rows !== null) setLatest({ of: found.inventory, rows, sort });
    };
    void sortThem();
    return () => {
      leaving.abort();
    };
    // oxlint-disable-next-line react/exhaustive-deps -- Turning the order round needs no sorting.
  }, [found, key, isWanted]);
  return useMemo(() => {
    if (atOnce !== null) return { sort, rows: atOnce };
    if (latest?.of !== inventory) return AS_FOUND;
    return { rows: latest.rows, sort: latest.sort.key === sort.key ? sort : latest.sort };
  }, [atOnce, latest, inventory, sort]);
}

interface LatestOrder {
  readonly of: Inventory;
  readonly rows: Uint32Array;
  readonly sort: FileSort;
}

const AS_FOUND: Ordered = { sort: null, rows: new Uint32Array(0) };
