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
/** A text may begin with what would be a byte order mark in a file. */
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
/** Half a surrogate pair: with the flag u no whole one matches. */
const HALF_PAIR = /\p{Surrogate}/u;
const HALF_PAIRS = /\p{Surrogate}/gu;
const BLOCK_ROWS = 4096;

/** A column of texts that hardly repeat, such as media IDs, one behind the other in UTF-8. */
export class TextColumn {
  readonly bytes = new NumberColumn((length) => new Uint8Array(length));
  /** Where each row's text ends. */
  readonly ends = new NumberColumn((length) => new Uint32Array(length));
  #rows = 0;

  /** Half a surrogate pair, which UTF-8 has no bytes for, becomes U+FFFD. */
  append(texts: readonly string[]): void {
    // One call encodes a page, several times as fast as one for each text.
    const joined = texts.join("");
    if (HALF_PAIR.test(joined)) {
      this.append(texts.map((text) => text.replaceAll(HALF_PAIRS, "\uFFFD")));
      return;
    }
    this.ends.reserve(this.#rows + texts.length);
    const start = this.#endOf(this.#rows - 1);
    let end = start;
    for (const text of texts) {
      end += utf8Length(text);
      this.ends.values[this.#rows] = end;
      this.#rows += 1;
    }
    this.bytes.reserve(end);
    encoder.encodeInto(joined, this.bytes.values.subarray(start, end));
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

  #endOf(row: number): number {
    return row < 0 ? 0 : (this.ends.values[row] ?? 0);
  }
}

/** How many bytes a text takes in UTF-8. */
function utf8Length(text: string): number {
  let bytes = text.length;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    // The two units of a pair take two bytes each, every other one above two bytes takes three.
    if (unit > 0x7f) bytes += unit > 0x7ff && (unit < 0xd800 || unit > 0xdfff) ? 2 : 1;
  }
  return bytes;
}
