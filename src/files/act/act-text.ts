import { supports } from "../../api/synapse-version";
import type { Formatter, PluralForms } from "../../lib/formatter";
import type { ActFile } from "./act-file";
import type { FileAct } from "./media-actions";

/** What an action asks about before it begins. */
export interface Asked {
  readonly files: readonly ActFile[];
  /** Whose admin asks. */
  readonly serverName: string;
  /** Null while it is not known. */
  readonly serverVersion: string | null;
}

const titles: Readonly<Record<FileAct, PluralForms>> = {
  protect: { one: "Protect {count} file", other: "Protect {count} files" },
  unprotect: { one: "Remove the protection of {count} file", other: "Remove the protection of {count} files" },
  quarantine: { one: "Quarantine {count} file", other: "Quarantine {count} files" },
  unquarantine: { one: "Lift the quarantine of {count} file", other: "Lift the quarantine of {count} files" },
};

/** "Quarantine 3 files": the title of the dialog, with a question mark, and its button. */
export const actTitle = (formatter: Formatter, act: FileAct, count: number): string =>
  formatter.plural(count, titles[act]);

/** What it will do and what not, in whole sentences. */
export function actFacts(formatter: Formatter, act: FileAct, asked: Asked): readonly string[] {
  const { files } = asked;
  const count = (isMeant: (file: ActFile) => boolean, forms: PluralForms): readonly string[] => {
    const meant = files.filter(isMeant).length;
    return meant === 0 ? [] : [formatter.plural(meant, forms)];
  };
  const hasHashes = asked.serverVersion === null || supports(asked.serverVersion, "quarantineFollowsHash");
  const hashless = hasHashes ? count(({ sha256 }) => sha256 === null, HASHLESS) : [];
  if (act === "quarantine") {
    const left = count(({ isProtected }) => isProtected, LEFT_OUT);
    const done = count(({ quarantinedBy }) => quarantinedBy !== null, DONE_BEFORE);
    const theirs = count(({ serverName }) => serverName !== asked.serverName, OF_OTHER_SERVERS);
    return [
      ...QUARANTINE,
      ...theirs,
      ...hashText(asked, QUARANTINE_HASH),
      ...hashless,
      ...left,
      ...done,
      answerText(asked),
    ];
  }
  if (act === "unquarantine") {
    const free = count(({ quarantinedBy }) => quarantinedBy === null, NOT_QUARANTINED);
    return [...RELEASE, ...hashText(asked, RELEASE_HASH), ...hashless, ...free, answerText(asked)];
  }
  if (act === "unprotect") return UNPROTECT;
  const bad = count(({ quarantinedBy }) => quarantinedBy !== null, STAYS_QUARANTINED);
  return [pinText(asked), ...PROTECT, ...bad];
}

/** Why it cannot be done to any of these files; null where it can. */
export function whyNotAct(act: FileAct, { files, serverVersion }: Asked): string | null {
  if (serverVersion === null) return "The server's version is not known yet: what this does depends on it.";
  const isLifting = act === "unquarantine" || act === "unprotect";
  if (isLifting && !supports(serverVersion, "liftQuarantineAndProtection")) {
    return `Needs Synapse 1.36 or newer; this server runs ${serverVersion}.`;
  }
  if (act === "quarantine" && files.every(({ isProtected }) => isProtected)) {
    return "Synapse leaves protected files out. Remove the protection first.";
  }
  return null;
}

/** Synapse lets browsers keep what it hands out for a day at least: `max-age` of its answers. */
export const COPIES_STAY =
  "Copies handed out before stay: other servers keep theirs, and browsers and apps may show theirs for a day or longer.";

const QUARANTINE = [
  "This server hands these files out no more, neither to users nor to other servers. You can lift the quarantine again.",
  COPIES_STAY,
  "They stay on the disk: no space is freed.",
] as const;

const OF_OTHER_SERVERS: PluralForms = {
  one: "{count} of them is of another server. That server and others go on serving it; only this one stops.",
  other: "{count} of them are of other servers. Those and others go on serving them; only this one stops.",
};

const QUARANTINE_HASH: ByHash = {
  reaches:
    "It goes by content: every other unprotected file with the same hash is quarantined as well, also of other users and copies of other servers' files, and whoever uploads the same content later uploads a quarantined file.",
  alone: "Other files of the same content stay as they are: before version 1.128 Synapse quarantines single files.",
};

const RELEASE = ["Whoever knows these files can fetch them again."] as const;

const RELEASE_HASH: ByHash = {
  reaches:
    "It goes by content: every other file with the same hash is released as well, also of other users and copies of other servers' files.",
  alone: "Other files of the same content stay as they are: before version 1.128 Synapse releases single files.",
};

interface ByHash {
  readonly reaches: string;
  readonly alone: string;
}

const hashText = ({ serverVersion }: Asked, { reaches, alone }: ByHash): readonly string[] =>
  serverVersion === null ? [] : [supports(serverVersion, "quarantineFollowsHash") ? reaches : alone];

const HASHLESS: PluralForms = {
  one: "{count} of them has no hash, like files stored before version 1.128: nothing else goes with it.",
  other: "{count} of them have no hash, like files stored before version 1.128: nothing else goes with them.",
};

const LEFT_OUT: PluralForms = {
  one: "{count} of them is protected: Synapse leaves it out and says nothing of it.",
  other: "{count} of them are protected: Synapse leaves them out and says nothing of it.",
};

const DONE_BEFORE: PluralForms = {
  one: "{count} of them is quarantined already.",
  other: "{count} of them are quarantined already.",
};

const NOT_QUARANTINED: PluralForms = {
  one: "{count} of them is not quarantined, and stays as it is.",
  other: "{count} of them are not quarantined, and stay as they are.",
};

const STAYS_QUARANTINED: PluralForms = {
  one: "{count} of them is quarantined, and stays so.",
  other: "{count} of them are quarantined, and stay so.",
};

function answerText({ serverVersion }: Asked): string {
  return serverVersion !== null && supports(serverVersion, "findMedia")
    ? "Synapse answers the same whatever it did, so each file is looked up afterwards."
    : "Synapse answers the same whatever it did, also for files it does not know: their state in the list afterwards is what counts.";
}

function pinText({ serverVersion }: Asked): string {
  if (serverVersion !== null && !supports(serverVersion, "deleteByRuleSparesQuarantinedAndProtected")) {
    return `Protecting keeps a file from being quarantined, and from nothing else: before version 1.61 Synapse deletes protected files by date and size like any other, and this server runs ${serverVersion}.`;
  }
  return "Protecting works like a pin: Synapse's deletion by date and size and its retention job keep these files, and they cannot be quarantined.";
}

const PROTECT = [
  "It does not keep them from a deletion by ID, or of everything a user has: whoever deletes so deletes them too.",
] as const;

const UNPROTECT = [
  "Synapse's deletion by date and size and its retention job may take these files again, and they can be quarantined.",
] as const;
