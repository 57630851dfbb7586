/** Rows that a table asks for one by one, only those it shows: an array, or a view that makes them when asked. */
export interface RowSource<Row> {
  readonly length: number;
  /** Undefined where there is no such row. */
  readonly at: (index: number) => Row | undefined;
}
