import type { MediaFile } from "../../api/media-page";
import { mxcOf } from "../../lib/mxc";
import type { MediaName } from "../../lib/mxc";

/** What has to be known of a file to look at it, local or of another server. */
export interface LookFile
  extends MediaName, Pick<MediaFile, "name" | "type" | "sizeBytes" | "quarantinedBy" | "lastAccessMs"> {}

/** A listed file as one to look at. `serverName` is the homeserver's own for what its users uploaded. */
export const lookFileOf = (file: MediaFile, serverName: string): LookFile => ({ ...file, serverName });

/** By what a file is told apart from all others. */
export const keyOf = (file: MediaName): string => mxcOf(file);
