import { amountText } from "../../deletion/parts/amount-text";
import type { Formatter } from "../../lib/formatter";
import type { RoomFiles } from "./room-files";

/** Whether a room is encrypted, in a cell. */
export const encryptionText = (isEncrypted: boolean): string => (isEncrypted ? "Yes" : "No");

/** "12 files · 3.1 MB, 2 gone already, 1 could not be looked up" */
export function foundText(formatter: Formatter, { found, gone, failed, bytes, waiting }: RoomFiles): string {
  const parts = [
    amountText(formatter, { files: found.length, bytes }),
    gone === 0 ? null : `${formatter.count(gone)} gone already`,
    failed === 0 ? null : `${formatter.count(failed)} could not be looked up`,
    waiting === 0 ? null : `${formatter.count(waiting)} not looked up yet`,
  ];
  return parts.filter((part) => part !== null).join(", ");
}
