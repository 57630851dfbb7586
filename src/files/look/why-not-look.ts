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

/** Why a file cannot be downloaded; null where it can. */
export function whyNotDownload({ sizeBytes, quarantinedBy }: LookFile): string | null {
  if (sizeBytes === null) return "No content has arrived for this ID.";
  return quarantinedBy === null ? null : "Synapse hands out no quarantined file.";
}
