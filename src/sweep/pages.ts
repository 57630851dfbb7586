/** Rows by offset, as every list of Synapse answers them. */
export interface Page<Row> {
  readonly rows: readonly Row[];
  /** All rows of the list, whatever the page; null where the answer does not say. */
  readonly total: number | null;
  /** Where the next page starts; null on the last one. */
  readonly nextFrom: number | null;
}

export interface ReadPage<Row> {
  /** The rows that were on no page before. */
  readonly rows: readonly Row[];
  readonly isLast: boolean;
}

/** Rows came or went while a list was read, so that its pages do not fit together. */
export class ListMovedError extends Error {
  override readonly name = "ListMovedError";
}

/**
 * Reads a list page by page. Rows that come or go in between shift the rest, so each page also reads the last row of
 * the one before, which has to stand in its place. Throws ListMovedError where it does not, where a row comes twice,
 * and where the total changes or is not reached. An empty page ends the list: Synapse names its own place as the next.
 */
export async function* steadyPages<Row>(
  read: (from: number) => Promise<Page<Row>>,
  idOf: (row: Row) => string,
): AsyncGenerator<ReadPage<Row>> {
  const seen = new Set<string>();
  let before: Page<Row> | null = null;
  for (let from = 0; ;) {
    const page = await read(from);
    // Nearly all lists have but one page, and within one nothing can move.
    if (before === null && page.nextFrom === null && page.total === page.rows.length) {
      yield { rows: page.rows, isLast: true };
      return;
    }
    const rows = before === null ? page.rows : rowsAfter(before, page, idOf);
    for (const row of rows) {
      const id = idOf(row);
      if (seen.has(id)) throw new ListMovedError(`${id} is listed twice`);
      seen.add(id);
    }
    const isLast = page.nextFrom === null || rows.length === 0;
    yield { rows, isLast };
    if (isLast && page.total !== null && page.total !== seen.size) throw new ListMovedError("The total is not reached");
    if (page.nextFrom === null || isLast) return;
    from = page.nextFrom - 1;
    before = page;
  }
}

/** The rows of a page that overlaps the one before by one. */
function rowsAfter<Row>(before: Page<Row>, page: Page<Row>, idOf: (row: Row) => string): readonly Row[] {
  const [first, ...rows] = page.rows;
  const last = before.rows.at(-1);
  const isInPlace = first !== undefined && last !== undefined && idOf(first) === idOf(last);
  if (!isInPlace || page.total !== before.total) throw new ListMovedError("The list moved between two pages");
  return rows;
}

/** How often a list is read in the hope that it stands still. */
const STEADY_ATTEMPTS = 2;

/**
 * Reads a list whole, by ID. Where it moves it is read again, the last time whatever it does, and whatever was on any
 * page counts, so that nothing is lost. Throws what `read` throws.
 */
export async function readAll<Row>(
  read: (from: number) => Promise<Page<Row>>,
  idOf: (row: Row) => string,
): Promise<ReadonlyMap<string, Row>> {
  const all = new Map<string, Row>();
  const add = (rows: readonly Row[]) => {
    for (const row of rows) all.set(idOf(row), row);
  };
  for (let attempt = 1; attempt <= STEADY_ATTEMPTS; attempt += 1) {
    try {
      for await (const { rows } of steadyPages(read, idOf)) add(rows);
      return all;
    } catch (error) {
      if (!(error instanceof ListMovedError)) throw error;
    }
  }
  for (let from: number | null = 0; from !== null;) {
    const page: Page<Row> = await read(from);
    add(page.rows);
    from = page.nextFrom !== null && page.nextFrom > from ? page.nextFrom : null;
  }
  return all;
}
