import { supports } from "../../api/synapse-version";
import type { LookFile } from "./look-file";
import { kindOf } from "./shown-types";

/** Why nothing of a file can be shown, whoever asks; null where it can, unless it is quarantined. */
export function whyNotLook({ sizeBytes, type }: Pick<LookFile, "sizeBytes" | "type">): string | null {
  if (sizeBytes === null) return "There is nothing to show: the ID was reserved, and no content has arrived.";
  if (type === null) return "Synapse knows no type of this file, so it is not shown.";
  if (type === "application/octet-stream") {
    return "Encrypted files are listed as this type. Only the people they were sent to have the key, so there is nothing to see.";
  }
  if (kindOf(type) !== null) return null;
  return "Files of this type are not shown here, because they may hold programs or need another one to be read.";
}

/** Why a file cannot be downloaded, whoever asks; null where it can, unless it is quarantined. */
export const whyNotDownload = ({ sizeBytes }: Pick<LookFile, "sizeBytes">): string | null =>
  sizeBytes === null ? "No content has arrived for this ID." : null;

/**
 * Why no admin gets a quarantined file either; null where one does. Before 1.145 Synapse ignores the wish.
 * Source: Synapse, "Download media", `admin_unsafely_bypass_quarantine` (1.145).
 */
export function whyNotPastQuarantine(version: string | undefined): string | null {
  if (version === undefined) return "It is not known yet whether this version of Synapse can do that.";
  return supports(version, "bypassQuarantine")
    ? null
    : `Synapse hands quarantined files to an admin since version 1.145; this homeserver runs ${version}.`;
}
