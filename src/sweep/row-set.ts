/** A set of row numbers as a value: one bit for each row, so that a million of them are 125 kB. */
export class RowSet {
  static readonly EMPTY = new RowSet(new Uint8Array(0), 0);

  readonly size: number;
  readonly #bits: Uint8Array;

  private constructor(bits: Uint8Array, size: number) {
    this.#bits = bits;
    this.size = size;
  }

  has(row: number): boolean {
    return ((this.#bits[row >> 3] ?? 0) & (1 << (row & 7))) !== 0;
  }

  with(rows: Iterable<number>): RowSet {
    return this.#changed(rows, true);
  }

  without(rows: Iterable<number>): RowSet {
    return this.#changed(rows, false);
  }

  *[Symbol.iterator](): Generator<number> {
    for (let row = 0; row < this.#bits.length * 8; row += 1) if (this.has(row)) yield row;
  }

  #changed(rows: Iterable<number>, isIn: boolean): RowSet {
    let bits = this.#bits.slice();
    let { size } = this;
    for (const row of rows) {
      const [byte, bit] = [row >> 3, 1 << (row & 7)];
      if (byte >= bits.length) bits = enlarged(bits, byte + 1);
      const before = bits[byte] ?? 0;
      if (((before & bit) !== 0) === isIn) continue;
      bits[byte] = before ^ bit;
      size += isIn ? 1 : -1;
    }
    return new RowSet(bits, size);
  }
}

function enlarged(bits: Uint8Array, atLeast: number): Uint8Array<ArrayBuffer> {
  const next = new Uint8Array(Math.max(atLeast, bits.length * 2));
  next.set(bits);
  return next;
}
