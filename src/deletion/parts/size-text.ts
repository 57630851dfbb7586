import { parseBytes } from "../../lib/bytes";
import type { Formatter } from "../../lib/formatter";

const BINARY_UNITS = [
  [1024 ** 3, "GiB"],
  [1024 ** 2, "MiB"],
  [1024, "KiB"],
] as const;

/**
 * A limit in as few characters as name it exactly: "10 MB", "1 MiB", "1,234,567 bytes". Typed into a field it is the
 * same number of bytes again.
 */
export function exactSizeText(bytes: number, formatter: Formatter): string {
  // Two digits after the point at most: 1.5 MiB reads well, 1.177376 MiB does not.
  const binary = BINARY_UNITS.filter(([factor]) => bytes >= factor && Number.isInteger((bytes / factor) * 100));
  const texts = [
    formatter.bytes(bytes),
    ...binary.map(([factor, unit]) => `${String(bytes / factor)} ${unit}`),
    formatter.exactBytes(bytes),
  ];
  return texts.find((text) => parseBytes(text) === bytes) ?? `${String(bytes)} B`;
}
