import type { Formatter } from "../../lib/formatter";
import type { FileSearch } from "./use-file-search";

/** How far a search through lists has come, or how it ended without the file. */
export function searchText(formatter: Formatter, { status, listsRead, listsTotal, unread }: FileSearch): string {
  const read = listsRead - unread.length;
  if (status === "stopped") {
    if (listsTotal === null || read === 0) return "Stopped before any list was read.";
    return `Stopped after ${formatter.count(read)} of ${formatter.count(listsTotal)} lists; the file was in none of these.`;
  }
  if (listsTotal === null) return "Reading who owns files";
  if (status === "searching") return `${formatter.count(read)} of ${formatter.count(listsTotal)} lists read`;
  const lists = formatter.plural(listsTotal - unread.length, { one: "{count} list", other: "{count} lists" });
  return `No such file in ${lists}.`;
}
