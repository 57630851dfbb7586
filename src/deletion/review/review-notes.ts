import type { Formatter, PluralForms } from "../../lib/formatter";
import type { MediaFile } from "../../api/media-page";
import type { Plan } from "../../sweep/plan";
import type { AvatarUses } from "../../sweep/protect";

/** Something to know before deleting. */
export interface Note {
  readonly key: string;
  /** Whether it is about what is lost, rather than about what the numbers mean. */
  readonly isWarning: boolean;
  readonly text: string;
}

interface Counted {
  readonly key: string;
  readonly isWarning: boolean;
  readonly isOne: (file: MediaFile, avatars: AvatarUses) => boolean;
  readonly forms: PluralForms;
}

const counted: readonly Counted[] = [
  {
    key: "avatars",
    isWarning: true,
    isOne: (file, avatars) => avatars.has(file.mediaId),
    forms: {
      one: "{count} of them is in use as a profile picture or room avatar: it will be missing there.",
      other: "{count} of them are in use as profile pictures or room avatars: they will be missing there.",
    },
  },
  {
    key: "protected",
    isWarning: true,
    isOne: (file) => file.isProtected,
    forms: {
      one: "{count} of them is protected from quarantine by an admin: that does not stop this deletion.",
      other: "{count} of them are protected from quarantine by an admin: that does not stop this deletion.",
    },
  },
  {
    key: "quarantined",
    isWarning: true,
    isOne: (file) => file.quarantinedBy !== null,
    forms: {
      one: "{count} of them is quarantined: its block goes with it, so the same content can be uploaded again.",
      other: "{count} of them are quarantined: their block goes with them, so the same content can be uploaded again.",
    },
  },
  {
    key: "url-previews",
    isWarning: true,
    isOne: (file) => file.isUrlPreview,
    forms: {
      one: "{count} of them is a URL preview: Synapse removes its entry, but its file stays on the disk.",
      other: "{count} of them are URL previews: Synapse removes their entries, but their files stay on the disk.",
    },
  },
  {
    key: "unfinished",
    isWarning: false,
    isOne: (file) => file.sizeBytes === null,
    forms: {
      one: "{count} of them is an unfinished upload without a size: it counts nothing in the sum.",
      other: "{count} of them are unfinished uploads without a size: they count nothing in the sum.",
    },
  },
];

const EARLIER_AVATARS: Note = {
  key: "earlier-avatars",
  isWarning: false,
  text: "Only pictures in use now are known. Pictures that somebody wore earlier in a room are on the list like any other file.",
};

const STORAGE: Note = {
  key: "storage",
  isWarning: false,
  text: "Copies with a storage provider such as S3 are not touched: only the server's own media store gets smaller.",
};

/** What the numbers of a plan do not say by themselves. Source: what Synapse's deletion really does to each kind. */
export function notesOf(plan: Plan, avatars: AvatarUses | null, formatter: Formatter): readonly Note[] {
  const uses: AvatarUses = avatars ?? new Map();
  const notes = counted.flatMap(({ key, isWarning, isOne, forms }): Note[] => {
    const count = plan.doomed.filter((file) => isOne(file, uses)).length;
    return count === 0 ? [] : [{ key, isWarning, text: formatter.plural(count, forms) }];
  });
  return [...notes, ...(plan.engine === "exact-list" && plan.doomed.length > 0 ? [EARLIER_AVATARS] : []), STORAGE];
}
