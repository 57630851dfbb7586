import type { KeepKind, KeepReason } from "../../sweep/plan";
import type { AvatarUse } from "../../sweep/protect";

/** A reason in words. `{name}` stands for what somebody supplied, which is shown apart so that it cannot reorder the rest. */
export interface ReasonText {
  readonly form: string;
  readonly name: string;
}

/** Why a file stays, as a short phrase. */
export function reasonText(reason: KeepReason): ReasonText {
  if (reason.kind === "profile-picture") return { form: "Profile picture of {name}", name: reason.userId };
  if (reason.kind === "room-avatar") return { form: "Avatar of room {name}", name: reason.roomName ?? reason.roomId };
  if (reason.kind === "member-picture") return { form: "Picture of {name} in a room", name: reason.userId };
  // What Synapse writes where an upload has the hash of a quarantined file.
  if (reason.kind === "quarantined" && reason.by !== "system")
    return { form: "Quarantined by {name}", name: reason.by };
  return { form: nameless[reason.kind], name: "" };
}

const nameless: Readonly<Record<Exclude<KeepReason["kind"], AvatarUse["kind"]>, string>> = {
  protected: "Protected from quarantine",
  quarantined: "Quarantined by the server: same content as a quarantined file",
  "url-preview": "URL preview",
  "possible-avatar": "A picture: its owner may have worn it once",
  unticked: "Taken out by you",
};

/** The switch of each reason, and what it covers. */
export const keepTexts: Readonly<Record<KeepKind, { readonly label: string; readonly description: string }>> = {
  "profile-picture": { label: "Keep profile pictures", description: "In use by a local user now." },
  "room-avatar": { label: "Keep room avatars", description: "In use by a room this server knows." },
  "member-picture": {
    label: "Keep pictures worn by room members",
    description: "Worn in a room now, maybe by somebody who shows another picture elsewhere.",
  },
  protected: { label: "Keep protected files", description: "An admin marked them as safe from quarantine." },
  quarantined: {
    label: "Keep quarantined files",
    description: "Deleting them lifts the block on their content and destroys evidence.",
  },
  "url-preview": {
    label: "Keep URL previews",
    description: "Synapse removes them by itself. Deleted here, their files would stay on the disk for good.",
  },
  "possible-avatar": {
    label: "Keep all other pictures",
    description: "Any image may have been an avatar once: Synapse's own rule keeps those, and no list names them.",
  },
};
