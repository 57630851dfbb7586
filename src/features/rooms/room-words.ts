import { amountText, filesText } from "../../deletion/parts/amount-text";
import type { Formatter } from "../../lib/formatter";
import type { RoomFiles } from "./room-files";

type Counted = Pick<RoomFiles<unknown>, "rows" | "found" | "waiting" | "failed">;

/** Whether a room is encrypted, in a cell. */
export const encryptionText = (isEncrypted: boolean): string => (isEncrypted ? "Yes" : "No");

/** What is said of names that no file stands behind: of files deleted here, and of others' files. */
export type GoneWord = "gone already" | "without a copy here";

/** "12 files · 3.1 MB, 2 gone already, 1 could not be looked up" */
export function foundText<File>(formatter: Formatter, files: RoomFiles<File>, goneWord: GoneWord): string {
  const { found, gone, failed, bytes, waiting } = files;
  const parts = [
    amountText(formatter, { files: found.length, bytes }),
    gone === 0 ? null : `${formatter.count(gone)} ${goneWord}`,
    failed === 0 ? null : `${formatter.count(failed)} could not be looked up`,
    waiting === 0 ? null : `${formatter.count(waiting)} not looked up yet`,
  ];
  return parts.filter((part) => part !== null).join(", ");
}

/** "800 files are not looked up yet, and 1 file could not be looked up"; null where all were. */
function unknownText(formatter: Formatter, { waiting, failed }: Counted): string | null {
  const notYet = formatter.plural(waiting, {
    one: "{count} file is not looked up yet",
    other: "{count} files are not looked up yet",
  });
  const notAtAll = `${filesText(formatter, failed)} could not be looked up`;
  if (waiting === 0) return failed === 0 ? null : notAtAll;
  return failed === 0 ? notYet : `${notYet}, and ${notAtAll}`;
}

/** Why nothing of a room can be deleted at once; null where what was found can. */
export function whyNotDeleteFound(formatter: Formatter, files: Counted, isReading: boolean): string | null {
  if (isReading) return "The files are being looked up. Wait for the end.";
  if (files.found.length > 0) return null;
  const unknown = unknownText(formatter, files);
  if (unknown === null) return "There is nothing to delete: none of these files exists any more.";
  const known = files.rows.length - files.waiting - files.failed;
  if (known === 0) return `${unknown}.`;
  const none = formatter.plural(known, {
    one: "The {count} file looked up so far does not exist any more.",
    other: "None of the {count} files looked up so far exists any more.",
  });
  return `${none} ${unknown}.`;
}

/** The button that deletes what was found: all there is, or as much as is known. */
export function deleteFoundText(formatter: Formatter, files: Counted): string {
  if (files.found.length === 0 || files.waiting + files.failed === 0) return "Delete the local files";
  return formatter.plural(files.found.length, {
    one: "Delete the {count} file found",
    other: "Delete the {count} files found",
  });
}

/** Said where what was found is deleted though more may exist; null where all is known. */
export function leftOutText(formatter: Formatter, files: Counted): string | null {
  const unknown = unknownText(formatter, files);
  if (unknown === null) return null;
  const rest = files.waiting + files.failed === 1 ? "It stays, if it exists." : "They stay, as far as they exist.";
  return `Of the files that this room's events name, ${unknown}. ${rest}`;
}

/** The button that looks up more; null where all was looked up, or is about to be. */
export function lookUpRestText(formatter: Formatter, files: Counted, wanted: number): string | null {
  if (wanted < files.rows.length) return `Look up all ${filesText(formatter, files.rows.length)}`;
  return files.failed === 0 ? null : `Look up ${filesText(formatter, files.failed)} again`;
}
