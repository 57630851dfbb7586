import { rowsInOrder } from "../../sweep/row-order";
import type { SortKeys } from "../../sweep/row-order";

/** One question to the worker; the answer is the order, with the same number. */
export interface SortQuestion {
  readonly id: number;
  readonly keys: SortKeys;
}

export interface SortAnswer {
  readonly id: number;
  readonly rows: Uint32Array<ArrayBuffer>;
}

addEventListener("message", ({ data }: MessageEvent<SortQuestion>) => {
  const rows = rowsInOrder(data.keys);
  const answer: SortAnswer = { id: data.id, rows };
  postMessage(answer, { transfer: [rows.buffer] });
});
