import type { MediaFile } from "../../api/media-page";

/** An ordinary file of 10 bytes, for specs to change. */
export const plainFile = (mediaId: string, change: Partial<MediaFile> = {}): MediaFile => ({
  mediaId,
  userId: "@ann:example.org",
  name: `${mediaId}.png`,
  type: "image/png",
  sizeBytes: 10,
  createdMs: 1_700_000_000_000,
  lastAccessMs: null,
  quarantinedBy: null,
  isProtected: false,
  isUrlPreview: false,
  urlPreviewOf: null,
  isAuthenticated: null,
  sha256: null,
  ...change,
});
