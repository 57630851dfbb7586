import { hashOf } from "./random";

const SIZE = 96;
const CELLS = 6;
const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** The largest block that deflate stores without compressing it. */
const BLOCK = 65_535;

/**
 * A valid PNG of 96 by 96 pixels: a symmetric pattern in one colour, always the same for the same media ID. Written
 * without compression, so that it needs no library and runs wherever `Response` does.
 */
export function pictureOf(mediaId: string): Uint8Array<ArrayBuffer> {
  const hash = hashOf(mediaId);
  const header = [...uint32(SIZE), ...uint32(SIZE), 8, 3, 0, 0, 0];
  return Uint8Array.from([
    ...SIGNATURE,
    ...chunk("IHDR", header),
    ...chunk("PLTE", paletteOf(hash)),
    ...chunk("IDAT", stored(pixelsOf(hash))),
    ...chunk("IEND", []),
  ]);
}

/** What stands in for a file that is no picture: a line of text of the same kind for each ID. */
export const textOf = (mediaId: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(new TextEncoder().encode(`Content of ${mediaId}, made up by the stand-in homeserver.\n`));

function paletteOf(hash: number): number[] {
  const colour = [hash & 0xff, (hash >>> 8) & 0xff, (hash >>> 16) & 0xff];
  // Light behind, darker in front: any two of them can be told apart.
  return [...colour.map((part) => 224 + (part >> 3)), ...colour.map((part) => part >> 1)];
}

/** One byte a pixel and a filter byte before each line; mirrored, one bit of the hash for each cell. */
function pixelsOf(hash: number): number[] {
  const pixels: number[] = [];
  for (let y = 0; y < SIZE; y += 1) {
    pixels.push(0);
    for (let x = 0; x < SIZE; x += 1) {
      const column = Math.floor((Math.min(x, SIZE - 1 - x) * CELLS) / SIZE);
      const row = Math.floor((y * CELLS) / SIZE);
      pixels.push((Math.imul(hash, 2 * (row * CELLS + column) + 1) >>> 31) & 1);
    }
  }
  return pixels;
}

/** The zlib format with stored blocks only. */
function stored(bytes: readonly number[]): number[] {
  const out = [0x78, 0x01];
  for (let start = 0; start < bytes.length; start += BLOCK) {
    const block = bytes.slice(start, start + BLOCK);
    const length = block.length;
    out.push(start + BLOCK >= bytes.length ? 1 : 0);
    out.push(length & 0xff, length >> 8, ~length & 0xff, (~length >> 8) & 0xff, ...block);
  }
  return [...out, ...uint32(adler(bytes))];
}

function chunk(type: string, data: readonly number[]): number[] {
  const body = [...new TextEncoder().encode(type), ...data];
  return [...uint32(data.length), ...body, ...uint32(crc(body))];
}

const uint32 = (value: number): number[] => [value >>> 24, (value >>> 16) & 0xff, (value >>> 8) & 0xff, value & 0xff];

function adler(bytes: readonly number[]): number {
  let low = 1;
  let high = 0;
  for (const byte of bytes) {
    low = (low + byte) % 65_521;
    high = (high + low) % 65_521;
  }
  return high * 65_536 + low;
}

function crc(bytes: readonly number[]): number {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  }
  return (value ^ 0xffffffff) >>> 0;
}
