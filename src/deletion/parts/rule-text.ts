import type { Formatter } from "../../lib/formatter";
import type { Filter } from "../../sweep/filter";
import type { Source } from "../../sweep/plan";
import type { Rule } from "../../sweep/rule";
import { exactSizeText } from "./size-text";

/** The rule as one sentence, which names the zone of its date: it also stands on receipts. */
export function ruleText(formatter: Formatter, rule: Rule): string {
  const date = momentText(formatter, rule.beforeMs);
  const size = exactSizeText(rule.largerThanBytes, formatter);
  if (rule.largerThanBytes === 0) {
    return rule.keepAvatars
      ? `Files last used before ${date}, of any size, except pictures in use as profile pictures or room avatars.`
      : `Files last used before ${date}, of any size, profile pictures and room avatars included.`;
  }
  return rule.keepAvatars
    ? `Files last used before ${date} and larger than ${size}, except pictures in use as profile pictures or room avatars.`
    : `Files last used before ${date} and larger than ${size}, profile pictures and room avatars included.`;
}

const momentText = (formatter: Formatter, ms: number): string => `${formatter.dateTime(ms)} (${formatter.zone})`;

/** Each further condition as a sentence of its own. */
function conditionTexts(formatter: Formatter, filter: Filter): readonly string[] {
  const { uploadedFromMs, uploadedBeforeMs, usedFromMs, atMostBytes, typeGroup, nameContains, userIds } = filter;
  const sentences = [
    uploadedFromMs === null ? null : `Only files uploaded at ${momentText(formatter, uploadedFromMs)} or later.`,
    uploadedBeforeMs === null ? null : `Only files uploaded before ${momentText(formatter, uploadedBeforeMs)}.`,
    usedFromMs === null ? null : `Only files last used at ${momentText(formatter, usedFromMs)} or later.`,
    atMostBytes === null ? null : `Only files of at most ${exactSizeText(atMostBytes, formatter)}.`,
    typeGroup === null ? null : (typeTexts[typeGroup] ?? `Only files of the type “${typeGroup}”.`),
    nameContains === "" ? null : `Only files whose name contains “${nameContains}”.`,
    userIds.length === 0 ? null : ownersText(userIds),
    filter.isOfDeactivated ? "Only files of deactivated users." : null,
    filter.isNeverOpened ? "Only files that were never opened." : null,
    filter.isUnauthenticated ? "Only files that can be fetched without a token." : null,
    filter.isWithoutUrlPreviews ? "URL previews are left out." : null,
  ];
  return sentences.filter((sentence) => sentence !== null);
}

const typeTexts: Readonly<Record<string, string>> = {
  image: "Only images.",
  video: "Only videos.",
  audio: "Only audio files.",
  application: "Only documents and archives (application).",
  text: "Only text files.",
  unknown: "Only files of unknown type.",
};

const ownersText = (userIds: readonly string[]): string =>
  userIds.length === 1 ? `Only files of ${userIds.join("")}.` : `Only files of these users: ${userIds.join(", ")}.`;

/** What the admin asked for: one sentence, and one more for each further condition. */
export function sourceText(formatter: Formatter, source: Source): string {
  if (source.kind === "rule") {
    return [ruleText(formatter, source.rule), ...conditionTexts(formatter, source.filter)].join(" ");
  }
  if (source.kind === "users") return allOfUsersText(formatter, source.userIds);
  if (source.kind === "room") return `Files of the room ${source.name ?? source.roomId}, picked by hand.`;
  return source.kind === "user" ? `All files of ${source.userId}.` : `Files of ${source.userId}, picked by hand.`;
}

/** More names than this tell nobody anything; the JSON of a receipt holds them all. */
const NAMED_USERS = 20;

function allOfUsersText(formatter: Formatter, userIds: readonly string[]): string {
  const names = userIds.slice(0, NAMED_USERS).join(", ");
  const rest = userIds.length - NAMED_USERS;
  const list = rest > 0 ? `${names} ${formatter.plural(rest, { other: "and {count} more" })}` : names;
  return formatter.plural(userIds.length, {
    one: `All files of {count} user: ${list}.`,
    other: `All files of {count} users: ${list}.`,
  });
}

/** What that sentence is about, as the name of a fact. */
export function sourceTerm({ kind }: Source): string {
  if (kind === "rule") return "Rule";
  if (kind === "room") return "Room";
  return kind === "users" ? "Users" : "User";
}
