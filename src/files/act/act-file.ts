import type { MediaFile } from "../../api/media-page";
import type { MediaName } from "../../lib/mxc";

/**
 * What actions need to know of a file. One of another server, as far as this one keeps a copy of it, has no owner here
 * and cannot be protected.
 */
export interface ActFile
  extends
    MediaName,
    Pick<
      MediaFile,
      "name" | "type" | "sizeBytes" | "createdMs" | "lastAccessMs" | "quarantinedBy" | "isProtected" | "sha256"
    > {
  readonly userId: string | null;
}

/** Files of this server as actions take them. */
export const localFiles = (serverName: string, files: readonly MediaFile[]): readonly ActFile[] =>
  files.map((file) => ({ ...file, serverName }));
