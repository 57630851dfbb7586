import { type Locator, expect } from "@playwright/test";

/** What a row shows, by the accessible names of its columns. A text has to be the whole cell. */
export type Cells = Readonly<Record<string, string | RegExp>>;

/**
 * The rows of a table that show this, whatever their other columns hold. Waits until the columns are there. Throws if
 * the table has no such column.
 */
export async function rowsWith(table: Locator, cells: Cells): Promise<Locator> {
  const columns = await columnNames(table, Object.keys(cells));
  let rows = table.getByRole("row");
  for (const [column, text] of Object.entries(cells)) {
    const cell = table.page().locator(`:is(td, th):nth-child(${String(columns.indexOf(column) + 1)})`);
    rows = rows.filter({ has: cell.filter({ hasText: wholeCell(text) }) });
  }
  return rows;
}

/** Expects exactly one row that shows this, and returns it. */
export async function expectRow(table: Locator, cells: Cells): Promise<Locator> {
  const row = await rowsWith(table, cells);
  await expect(row, `Rows with ${textOf(cells)}`).toHaveCount(1);
  return row;
}

/** Expects that no row shows this. The table itself has to be there. */
export async function expectNoRow(table: Locator, cells: Cells): Promise<void> {
  await expect(await rowsWith(table, cells), `Rows with ${textOf(cells)}`).toHaveCount(0);
}

/** Expects the cells of one column from the top down. Of a table of virtual rows that are those near the screen. */
export async function expectColumn(table: Locator, column: string, texts: readonly (string | RegExp)[]): Promise<void> {
  const columns = await columnNames(table, [column]);
  const cells = table
    .getByRole("row")
    .locator(`:is(td, th[scope=row]):nth-child(${String(columns.indexOf(column) + 1)})`);
  await expect(cells).toHaveText([...texts]);
}

/** The accessible names of all columns, empty for hidden ones, once those are among them. */
async function columnNames(table: Locator, wanted: readonly string[]): Promise<readonly string[]> {
  let names: readonly string[] = [];
  await expect(async () => {
    const headers = await table.getByRole("columnheader", { includeHidden: true }).all();
    names = await Promise.all(headers.map(nameOf));
    expect(names, "The table's columns").toEqual(expect.arrayContaining([...wanted]));
  }).toPass({ timeout: 10_000 });
  return names;
}

/** The one line that the accessibility tree has for the element, as in `- columnheader "Size"`. */
async function nameOf(header: Locator): Promise<string> {
  const [line = ""] = (await header.ariaSnapshot()).split("\n");
  const quoted = /"(?:[^"\\]|\\.)*"/.exec(line)?.[0];
  const name: unknown = quoted === undefined ? "" : JSON.parse(quoted);
  return String(name);
}

/** Playwright compares texts by part and without case; a size of "67 B" must not be found in "167 B". */
const wholeCell = (text: string | RegExp): RegExp =>
  text instanceof RegExp ? text : new RegExp(`^\\s*${text.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`)}\\s*$`);

const textOf = (cells: Cells): string =>
  Object.entries(cells)
    .map(([column, text]) => `${column} ${String(text)}`)
    .join(", ");
