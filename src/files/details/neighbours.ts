import type { MediaFile } from "../../api/media-page";

/** The files before and after one in the list shown; null at its ends, and where the file is not in it. */
export interface Neighbours {
  readonly previous: MediaFile | null;
  readonly next: MediaFile | null;
  /** Why there is none; null where there is one. */
  readonly whyNotPrevious: string | null;
  readonly whyNotNext: string | null;
}

const NOT_LISTED = "This file is not in the list shown.";

/** What stands around a file in the list shown. */
export function neighboursOf(files: readonly MediaFile[], { mediaId }: Pick<MediaFile, "mediaId">): Neighbours {
  const place = files.findIndex((file) => file.mediaId === mediaId);
  if (place === -1) return { previous: null, next: null, whyNotPrevious: NOT_LISTED, whyNotNext: NOT_LISTED };
  const [previous, next] = [files[place - 1] ?? null, files[place + 1] ?? null];
  return {
    previous,
    next,
    whyNotPrevious: previous === null ? "This is the first file of the list shown." : null,
    whyNotNext: next === null ? "This is the last file of the list shown." : null,
  };
}
