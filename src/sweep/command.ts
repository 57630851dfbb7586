import { addressOf } from "../api/http";
import { mediaTarget, ruleTarget, userMediaTarget } from "../api/media";
import type { MediaPage } from "../api/media";
import { supports } from "../api/synapse-version";
import { listBody, listEnd, ruleBody, scriptStart, userBody } from "./command-script";
import { isFiltering } from "./filter";
import type { Engine, RuleSource, Source } from "./plan";
import { EARLIEST_BEFORE_MS } from "./rule";
import { ruleCall } from "./rule-call";
import { FILES_PER_CALL } from "./run-user";
import { shellQuote } from "./shell-quote";

/** What a command is to do: a run as it would be, or as it was. */
export interface CommandWish {
  readonly source: Source;
  readonly engine: Engine;
  /** Base URL without a trailing slash. */
  readonly homeserver: string;
  readonly serverName: string;
  readonly serverVersion: string;
  /** For "exactly this list". */
  readonly mediaIds: readonly string[];
  /** When the oldest file that goes was last used, in ms; null where none is known. */
  readonly oldestMs: number | null;
  /** The moment from which the rule's date is counted back, in ms. */
  readonly madeMs: number;
}

const DAY_MS = 24 * 60 * 60 * 1000;
/** No homeserver is older than Synapse: its first release came in August 2014. */
const FIRST_SYNAPSE_MS = Date.UTC(2014, 7, 1);

/** Why no command can do the same, in words for the screen; null where one can. */
export function whyNoCommand(wish: CommandWish): string | null {
  const { engine, source, serverVersion } = wish;
  if (engine === "synapse-rule") return source.kind === "rule" ? whyNotRule(source) : NOT_A_RULE;
  if (engine === "whole-user") {
    return supports(serverVersion, "deleteUserMedia") ? null : "Needs Synapse 1.41 or newer.";
  }
  if (wish.mediaIds.length === 0) return "There is no file to delete.";
  try {
    for (const mediaId of wish.mediaIds) encodedId(wish, mediaId);
    return null;
  } catch {
    return "The ID of a file cannot be part of an address.";
  }
}

const NOT_A_RULE = "Synapse's rule is about date and size.";

function whyNotRule({ rule, filter }: RuleSource): string | null {
  if (isFiltering(filter)) return "Synapse's rule knows date and size only, and this rule has further conditions.";
  return rule.beforeMs < EARLIEST_BEFORE_MS ? "Synapse takes no date before 14 December 1970." : null;
}

/** For how many whole days a file was not used that the rule takes, rounded up. Both times in ms. */
export const daysUnused = (beforeMs: number, madeMs: number): number =>
  Math.max(0, Math.ceil((madeMs - beforeMs) / DAY_MS));

const CURL = `curl -g -sS -X`;
const HEADER = `-H "Authorization: Bearer $TOKEN"`;

/** One line for a POSIX shell that posts to that address, with the token in `$TOKEN`. */
export const curlPost = (address: string): string => `${CURL} POST ${HEADER} ${shellQuote(address)}`;

/**
 * One line for a POSIX shell that asks Synapse for the same, with the token in `$TOKEN`. For a user it deletes one page
 * of the oldest files. Everything that comes from outside is quoted. Throws RangeError where `whyNoCommand` says why.
 */
export function curlOf(wish: CommandWish): string {
  const { source, engine, homeserver } = wish;
  if (engine === "synapse-rule" && source.kind === "rule") {
    return curlPost(ruleAddress(source, wish));
  }
  if (engine === "whole-user") {
    const address = addressOf(homeserver, userMediaTarget(userOf(source), pageFrom(0, FILES_PER_CALL)));
    return `${CURL} DELETE ${HEADER} ${shellQuote(address)}`;
  }
  const ids = wish.mediaIds.map((mediaId) => encodedId(wish, mediaId));
  const call = `${CURL} DELETE ${HEADER} ${shellQuote(listBase(wish))}"$id"; echo`;
  return `for id in ${ids.map(shellQuote).join(" ")}; do ${call}; done`;
}

/**
 * A script for a POSIX shell that does what a run does: in steps, with waits, and with every lost answer told as one.
 * It holds no token. A rule's date is counted back from each run, in whole days, rounded up so that it never takes
 * files younger than the rule's. Throws RangeError where `whyNoCommand` says why.
 */
export function cronScriptOf(wish: CommandWish): string {
  if (wish.engine === "synapse-rule" && wish.source.kind === "rule") return ruleScript(wish.source, wish);
  return wish.engine === "whole-user" ? userScript(userOf(wish.source), wish) : listScript(wish);
}

function ruleScript(source: RuleSource, wish: CommandWish): string {
  const { beforeMs, largerThanBytes, keepAvatars } = source.rule;
  const [head, tail] = cutAt(ruleAddress(source, wish), "before_ts=", String(beforeMs));
  const oldestMs = Math.max(EARLIEST_BEFORE_MS, wish.oldestMs ?? FIRST_SYNAPSE_MS);
  const avatars = keepAvatars ? "pictures in use are kept" : "pictures in use go too";
  const settings = [
    `# Synapse's own rule: files last used before a date and larger than ${String(largerThanBytes)} bytes; ${avatars}.`,
    `# The date when this was made: ${isoOf(beforeMs)}, before_ts=${String(beforeMs)}.`,
    `# Each run counts back so many days instead, rounded up: files go that were not used for that long.`,
    `days=${String(daysUnused(beforeMs, wish.madeMs))}`,
    `# Where the steps begin, in ms: no file is known that was last used before.`,
    `before=${String(oldestMs)}`,
    `head=${shellQuote(head)}`,
    `tail=${shellQuote(tail)}`,
    `pause=60`,
  ];
  return joined(wish, settings, [ruleBody]);
}

function userScript(userId: string, wish: CommandWish): string {
  const { homeserver } = wish;
  const address = addressOf(homeserver, userMediaTarget(userId, pageFrom(0, FILES_PER_CALL)));
  const [head, tail] = cutAt(address, "from=", "0");
  const settings = [
    `# Everything one user has, the oldest first, until Synapse lists nothing more; nothing is kept.`,
    `user=${shellQuote(userId)}`,
    `limit=${String(FILES_PER_CALL)}`,
    `list=${shellQuote(addressOf(homeserver, userMediaTarget(userId, pageFrom(0, 1))))}`,
    `head=${shellQuote(head)}`,
    `tail=${shellQuote(tail)}`,
    `pause=60`,
  ];
  return joined(wish, settings, [`say "everything of $user"`, userBody]);
}

function listScript(wish: CommandWish): string {
  const settings = [
    `# Exactly ${wish.mediaIds.length === 1 ? "one file" : `${String(wish.mediaIds.length)} files`}, one after another, by ID.`,
    `base=${shellQuote(listBase(wish))}`,
    `pause=2`,
  ];
  return joined(wish, settings, [listBody, ...wish.mediaIds.map((mediaId) => encodedId(wish, mediaId)), listEnd]);
}

function joined({ madeMs }: CommandWish, settings: readonly string[], body: readonly string[]): string {
  const intro = [
    `#!/bin/sh`,
    `# Made by Mediasweep at ${isoOf(madeMs)}. Needs curl and what every Unix has; ready for cron.`,
    `# Synapse deletes at once: there is no preview and no way back.`,
    `# The access token of a server admin comes from TOKEN, or from the file that MEDIASWEEP_TOKEN_FILE names`,
    `# (else ~/.mediasweep-token), which only its owner may read: chmod 600.`,
    `# Ends with 0 if everything was answered, 1 if something failed or stayed unknown, 2 if it was refused or not begun.`,
  ];
  const lock = `lock=$HOME/.mediasweep-${fingerprint([...settings, ...body].join("\n"))}.lock`;
  return `${[...intro, "", ...settings, lock, "", scriptStart, "", ...body].join("\n")}\n`;
}

const isoOf = (ms: number): string => {
  const date = new Date(ms);
  return Number.isNaN(date.getTime()) ? "an unknown date" : date.toISOString();
};

const ruleAddress = ({ rule }: RuleSource, wish: CommandWish): string =>
  addressOf(wish.homeserver, ruleTarget(ruleCall(rule, wish)));

const userOf = (source: Source): string => {
  if ("userId" in source) return source.userId;
  throw new RangeError("This is not about one user");
};

const pageFrom = (from: number, limit: number): MediaPage => ({ orderBy: "created_ts", dir: "f", from, limit });

/** The address before the encoded ID of a file. */
const listBase = ({ homeserver, serverName }: CommandWish): string =>
  addressOf(homeserver, mediaTarget({ serverName, mediaId: "" }));

/** The last part of a file's address. Throws RangeError or URIError for what no address can hold. */
const encodedId = (wish: CommandWish, mediaId: string): string =>
  addressOf(wish.homeserver, mediaTarget({ serverName: wish.serverName, mediaId })).slice(listBase(wish).length);

/** An address before and after the value of a parameter. */
function cutAt(address: string, name: string, value: string): readonly [string, string] {
  const start = address.lastIndexOf(name) + name.length;
  return [address.slice(0, start), address.slice(start + value.length)];
}

/** A short name for a text, the same each time: FNV-1a in 32 bits. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  }
  return hash.toString(16).padStart(8, "0");
}
