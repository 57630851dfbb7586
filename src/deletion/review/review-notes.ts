import type { Formatter, PluralForms } from "../../lib/formatter";
import { rowFlags } from "../../sweep/inventory";
import { countOf } from "../../sweep/preview";
import type { Preview } from "../../sweep/preview";

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
  /** The bits of those that count. */
  readonly flag: number;
  readonly forms: PluralForms;
}

const counted: readonly Counted[] = [
  {
    key: "avatars",
    isWarning: true,
    flag: rowFlags.isProfilePicture | rowFlags.isRoomAvatar | rowFlags.isMemberPicture,
    forms: {
      one: "{count} of them is in use as a profile picture or room avatar: it will be missing there.",
      other: "{count} of them are in use as profile pictures or room avatars: they will be missing there.",
    },
  },
  {
    key: "protected",
    isWarning: true,
    flag: rowFlags.isProtected,
    forms: {
      one: "{count} of them is protected from quarantine by an admin: that does not stop this deletion.",
      other: "{count} of them are protected from quarantine by an admin: that does not stop this deletion.",
    },
  },
  {
    key: "quarantined",
    isWarning: true,
    flag: rowFlags.isQuarantined,
    forms: {
      one: "{count} of them is quarantined: its block goes with it, so the same content can be uploaded again.",
      other: "{count} of them are quarantined: their block goes with them, so the same content can be uploaded again.",
    },
  },
  {
    key: "url-previews",
    isWarning: true,
    flag: rowFlags.isUrlPreview,
    forms: {
      one: "{count} of them is a URL preview: Synapse removes its entry, but its file stays on the disk.",
      other: "{count} of them are URL previews: Synapse removes their entries, but their files stay on the disk.",
    },
  },
  {
    key: "unfinished",
    isWarning: false,
    flag: rowFlags.isUnfinished,
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

/** What the numbers of a preview do not say by themselves. Source: what Synapse's deletion really does to each kind. */
export function notesOf({ options, doomed, flagsOfDoomed }: Preview, formatter: Formatter): readonly Note[] {
  const notes = counted.flatMap(({ key, isWarning, flag, forms }): Note[] => {
    const count = countOf(flagsOfDoomed, flag);
    return count === 0 ? [] : [{ key, isWarning, text: formatter.plural(count, forms) }];
  });
  const isEarlierDoomed = options.engine === "exact-list" && doomed.files > 0 && !options.keep.has("possible-avatar");
  return [...notes, ...(isEarlierDoomed ? [EARLIER_AVATARS] : []), STORAGE];
}
