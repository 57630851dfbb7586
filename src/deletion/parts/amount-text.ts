import type { Formatter } from "../../lib/formatter";
import type { RoomProgress } from "../../sweep/list-rooms";
import type { Tally } from "../../sweep/tally";

/** "1,204 files" */
export const filesText = (formatter: Formatter, files: number): string =>
  formatter.plural(files, { one: "{count} file", other: "{count} files" });

/** "12 of 340 rooms" */
export const roomsText = (formatter: Formatter, { roomsRead, roomsTotal }: RoomProgress): string =>
  formatter.plural(roomsTotal, {
    one: `${formatter.count(roomsRead)} of {count} room`,
    other: `${formatter.count(roomsRead)} of {count} rooms`,
  });

/** "1,204 files · 3.1 GB" */
export const amountText = (formatter: Formatter, { files, bytes }: Tally): string =>
  formatter.plural(files, {
    one: `{count} file · ${formatter.bytes(bytes)}`,
    other: `{count} files · ${formatter.bytes(bytes)}`,
  });

/** "1,204 files · at least 3.1 GB" where some sizes are not known, "1,204 files" where none is. */
export function partlyKnownText(formatter: Formatter, tally: Tally & { readonly unsized: number }): string {
  const { files, bytes, unsized } = tally;
  if (unsized === 0) return amountText(formatter, tally);
  if (unsized === files) return filesText(formatter, files);
  return formatter.plural(files, {
    one: `{count} file · at least ${formatter.bytes(bytes)}`,
    other: `{count} files · at least ${formatter.bytes(bytes)}`,
  });
}

/** "Delete 1,204 files": the same words on every button that leads to a deletion. */
export const deleteText = (formatter: Formatter, files: number): string =>
  formatter.plural(files, { one: "Delete {count} file", other: "Delete {count} files" });

/** "1,200 of 1,204 deleted" */
export const deletedText = (formatter: Formatter, deletedFiles: number, plannedFiles: number): string =>
  `${formatter.count(deletedFiles)} of ${formatter.count(plannedFiles)} deleted`;
