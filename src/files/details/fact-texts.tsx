import type { ReactNode } from "react";
import type { MediaFile } from "../../api/media-page";
import { Copyable } from "../../ui/copyable";

/** What stands for a column that older versions do not send. */
export const NOT_TOLD = "Not told by this version of Synapse";

/** Who quarantined a file, of this server or another. */
export function quarantineText({ quarantinedBy }: Pick<MediaFile, "quarantinedBy">): ReactNode {
  if (quarantinedBy === null) return "Not quarantined";
  return quarantinedBy === "system" ? (
    "Synapse itself, because its content equals that of a quarantined file"
  ) : (
    <bdi>{quarantinedBy}</bdi>
  );
}

/** Whether a token is needed to fetch it. */
export function accessText({ isAuthenticated }: Pick<MediaFile, "isAuthenticated">): string {
  if (isAuthenticated === null) return NOT_TOLD;
  return isAuthenticated ? "Yes: meant for requests with a token only" : "No: also served without a token";
}

/** The hash of its content. */
export function hashText({ sha256 }: Pick<MediaFile, "sha256">): ReactNode {
  if (sha256 === null) return `${NOT_TOLD}, or stored before version 1.128, which brought hashes`;
  return <Copyable value={sha256} label="Copy the hash" />;
}
