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

/** Rows of an inventory in ascending order, and the sort that this is the order of. */
export interface Ordered {
  readonly sort: FileSort;
  /** Rows that were added since are missing. */
  readonly rows: Uint32Array;
}

/** While rows come in, they are sorted anew when there are so many times as many. */
const GROWTH = 1.5;

/**
 * The rows of an inventory in order. Of many it is the latest order known while a new one is on its way, and while more
 * rows come in.
 */
export function useRowOrder(found: Found, sort: FileSort, isGrowing: boolean): Ordered {
  const [latest, setLatest] = useState<(Ordered & { readonly of: Inventory }) | null>(null);
  const { inventory } = found;
  const { key } = sort;
  const isSmall = isDrawnAtOnce(found);
  const atOnce = useMemo(() => (isSmall ? rowsInOrder(sortKeysOf(found.inventory, key)) : null), [found, key, isSmall]);
  const isKnown = latest?.of === inventory && latest.sort.key === key;
  const isEnough = isKnown && inventory.rows <= latest.rows.length * (isGrowing ? GROWTH : 1);
  useEffect(() => {
    if (isSmall || isEnough) return undefined;
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
  }, [found, key, isSmall, isEnough]);
  return useMemo(() => {
    if (atOnce !== null) return { sort, rows: atOnce };
    if (latest?.of !== inventory) return { sort, rows: NO_ROWS };
    return { rows: latest.rows, sort: latest.sort.key === sort.key ? sort : latest.sort };
  }, [atOnce, latest, inventory, sort]);
}

const NO_ROWS = new Uint32Array(0);
