const FACTORS: Readonly<Record<string, number>> = {
  "": 1,
  b: 1,
  byte: 1,
  bytes: 1,
  k: 1e3,
  kb: 1e3,
  kib: 1024,
  m: 1e6,
  mb: 1e6,
  mib: 1024 ** 2,
  g: 1e9,
  gb: 1e9,
  gib: 1024 ** 3,
  t: 1e12,
  tb: 1e12,
  tib: 1024 ** 4,
};

/** A number with an optional unit; groups of three digits may be parted by commas, blanks or thin blanks. */
const SIZE = /^(\d{1,3}(?:[,\s]\d{3})+|\d+)(?:[.,](\d+))?\s*([a-z]*)$/i;

/**
 * The number of bytes in a typed size such as "10 MB", "1.5 GiB" or "10485760"; null where it is none. MB are
 * 1,000,000 bytes and MiB 1,048,576, as everywhere in the app. Fractions of a byte are rounded.
 */
export function parseBytes(text: string): number | null {
  const [, whole, fraction = "", unit = ""] = SIZE.exec(text.trim()) ?? [];
  const factor = FACTORS[unit.toLowerCase()];
  if (whole === undefined || factor === undefined) return null;
  const bytes = Math.round(Number(`${whole.replace(/[,\s]/g, "")}.${fraction}`) * factor);
  return Number.isSafeInteger(bytes) ? bytes : null;
}

/** A whole number of bytes in a link; null where it is none. */
export const bytesIn = (text: string): number | null =>
  /^\d{1,16}$/.test(text) && Number.isSafeInteger(Number(text)) ? Number(text) : null;
