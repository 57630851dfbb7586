import { RowSet } from "./row-set";

/** How much room a column takes when it runs out: half as much again, so that each row is copied about twice. */
const GROWTH = 1.5;
const FIRST_ROWS = 1024;

type Cells = Float64Array | Uint32Array | Uint16Array | Uint8Array;

/** A column of numbers, eight bytes or fewer each where objects would take fifty. Rows are only ever added. */
export class NumberColumn<C extends Cells> {
  /** May be longer than the column: only the rows that were written count. */
  values: C;
  readonly #make: (length: number) => C;

  constructor(make: (length: number) => C) {
    this.#make = make;
    this.values = make(0);
  }

  /** Makes room for that many rows in all; what was in `values` before may be another array afterwards. */
  reserve(rows: number): void {
    if (rows > this.values.length) this.#resize(Math.max(rows, FIRST_ROWS, Math.ceil(this.values.length * GROWTH)));
  }

  /** Gives back the room behind that many rows. */
  trim(rows: number): void {
    if (rows < this.values.length) this.#resize(rows);
  }

  #resize(rows: number): void {
    const next = this.#make(rows);
    next.set(this.values.subarray(0, rows));
    this.values = next;
  }
}

/** A column of texts that repeat, such as owners: each is held once, rows hold its number. */
export class RepeatedTextColumn {
  readonly codes = new NumberColumn((length) => new Uint32Array(length));
  /** Texts by their number. */
  readonly texts: string[] = [];
  readonly #codeByText = new Map<string, number>();

  /** The number of a text, a new one where it never occurred. */
  codeOf(text: string): number {
    const known = this.#codeByText.get(text);
    if (known !== undefined) return known;
    const code = this.texts.push(text) - 1;
    this.#codeByText.set(text, code);
    return code;
  }

  /** The number of a text; null where it never occurred. */
  knownCodeOf(text: string): number | null {
    return this.#codeByText.get(text) ?? null;
  }

  at(row: number): string {
    return this.texts[this.codes.values[row] ?? 0] ?? "";
  }
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();
/** UTF-8 takes at most three bytes for each unit of a JavaScript string. */
const MOST_BYTES_PER_UNIT = 3;
const BLOCK_ROWS = 4096;

/** A column of texts that hardly repeat, such as media IDs, one behind the other in UTF-8. */
export class TextColumn {
  readonly bytes = new NumberColumn((length) => new Uint8Array(length));
  /** Where each row's text ends. */
  readonly ends = new NumberColumn((length) => new Uint32Array(length));
  #rows = 0;

  append(texts: readonly string[]): void {
    this.ends.reserve(this.#rows + texts.length);
    let end = this.#endOf(this.#rows - 1);
    const joined = texts.join("");
    this.bytes.reserve(end + joined.length);
    // Nearly all of these are ASCII, and then one call encodes a page.
    const { read, written } = encoder.encodeInto(joined, this.bytes.values.subarray(end));
    const isAscii = read === joined.length && written === joined.length;
    for (const text of texts) {
      end = isAscii ? end + text.length : this.#write(text, end);
      this.ends.values[this.#rows] = end;
      this.#rows += 1;
    }
  }

  at(row: number): string {
    return decoder.decode(this.bytes.values.subarray(this.#endOf(row - 1), this.#endOf(row)));
  }

  /** Visits the texts of all rows in turn; a block at a time, which is several times as fast as one by one. */
  forEach(visit: (text: string, row: number) => void): void {
    for (let first = 0; first < this.#rows; first += BLOCK_ROWS) {
      const last = Math.min(first + BLOCK_ROWS, this.#rows);
      const start = this.#endOf(first - 1);
      const block = decoder.decode(this.bytes.values.subarray(start, this.#endOf(last - 1)));
      const isAscii = block.length === this.#endOf(last - 1) - start;
      for (let row = first; row < last; row += 1) {
        visit(isAscii ? block.slice(this.#endOf(row - 1) - start, this.#endOf(row) - start) : this.at(row), row);
      }
    }
  }

  /** The rows whose text holds this one, in any case. */
  rowsWith(part: string): RowSet {
    const wanted = part.toLowerCase();
    const rows: number[] = [];
    this.forEach((text, row) => {
      if (text.toLowerCase().includes(wanted)) rows.push(row);
    });
    return RowSet.EMPTY.with(rows);
  }

  trim(): void {
    this.ends.trim(this.#rows);
    this.bytes.trim(this.#endOf(this.#rows - 1));
  }

  #write(text: string, start: number): number {
    this.bytes.reserve(start + text.length * MOST_BYTES_PER_UNIT);
    return start + encoder.encodeInto(text, this.bytes.values.subarray(start)).written;
  }

  #endOf(row: number): number {
    return row < 0 ? 0 : (this.ends.values[row] ?? 0);
  }
}
