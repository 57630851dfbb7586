import type { Formatter } from "../../lib/formatter";
import type { Outcome } from "../../sweep/outcome";
import { freedBytes, isDeleted } from "../../sweep/receipt";
import type { Receipt, ReceiptEntry } from "../../sweep/receipt";

/**
 * What the deletions freed, as far as a client can know, in whole sentences. A file may have been missing on the disk
 * before, so it is "at most"; where the size of a deleted file or the end of another is not known it is neither.
 */
export function freedText(
  formatter: Formatter,
  { entries, unlisted }: Pick<Receipt, "entries" | "unlisted">,
): readonly string[] {
  const deleted = entries.filter(({ outcome }) => isDeleted(outcome));
  const isUnlistedGone = unlisted.length > 0 && entries.some(({ outcome }) => isOfLostAnswer(outcome));
  const isAllKnown = !isUnlistedGone && !entries.some(({ outcome }) => isUnnamed(outcome));
  const beyond = isUnlistedGone ? [UNLISTED_GONE] : [];
  if (deleted.length === 0) {
    return isAllKnown
      ? ["Nothing was deleted, so nothing was freed."]
      : ["No answer names a deleted file, so it is not known what was freed.", ...beyond];
  }
  const previews = deleted.filter(({ file }) => file?.isUrlPreview === true).length;
  const unsized = deleted.filter(isUnsized).length;
  const bytes = formatter.bytes(freedBytes(entries));
  const sentences = [sumText(bytes, { isAllKnown, isAllSized: unsized === 0 }), ...beyond];
  if (previews > 0) {
    sentences.push(
      formatter.plural(previews, {
        one: "{count} of the deleted files was a URL preview: its file stays on the disk and is not counted.",
        other: "{count} of the deleted files were URL previews: their files stay on the disk and are not counted.",
      }),
    );
  }
  return [...sentences, "Copies with a storage provider such as S3 are not touched."];
}

const UNLISTED_GONE =
  "Files of the owners that could not be read may be gone too: not every answer came, and no list names those files.";

function sumText(bytes: string, { isAllKnown, isAllSized }: { isAllKnown: boolean; isAllSized: boolean }): string {
  if (!isAllSized) {
    return `About ${bytes} were freed on the server's own disk, not counting thumbnails and files of unknown size.`;
  }
  return isAllKnown
    ? `At most ${bytes} were freed on the server's own disk, not counting thumbnails.`
    : `About ${bytes} were freed on the server's own disk, not counting thumbnails and files that no answer names.`;
}

/** It may have been this run that deleted it: its answer was lost, or was that to a request a browser sent twice. */
const isUnnamed = ({ what }: Outcome): boolean => what === "unknown" || what === "already-gone";

/** What a rule's run says of a file only where an answer did not come, which may have named files that no list does. */
const isOfLostAnswer = (outcome: Outcome): boolean =>
  isUnnamed(outcome) || outcome.what === "failed" || ("knownBy" in outcome && outcome.knownBy === "listing");

function isUnsized({ file, outcome }: ReceiptEntry): boolean {
  if (file !== null) return false;
  return outcome.what !== "deleted-unplanned" || outcome.sizeBytes === null;
}
