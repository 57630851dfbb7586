import { bytesIn } from "../../lib/bytes";
import type { Filter } from "../../sweep/filter";
import type { RuleSource } from "../../sweep/plan";
import { EARLIEST_BEFORE_MS } from "../../sweep/rule";
import { LinkReader, flagIn, momentIn, textIn, userIdsIn } from "./link-reader";
import { typeGroupIn } from "../../deletion/parts/type-groups";

/** What a link holds. What is missing in it or cannot be read is as if it was not asked for. */
export interface CleanupLink {
  /** In ms since 1970; null where there is none yet. */
  readonly beforeMs: number | null;
  readonly largerThanBytes: number;
  readonly keepAvatars: boolean;
  readonly filter: Filter;
  /** The parts that cannot be read, as they stand in the link. */
  readonly unreadable: readonly string[];
}

/** Never throws. */
export function readLink(search: URLSearchParams): CleanupLink {
  const link = new LinkReader(search);
  const values = {
    beforeMs: link.read("before", momentIn),
    largerThanBytes: link.read("larger", bytesIn) ?? 0,
    keepAvatars: link.read("keep", flagIn) ?? true,
    filter: readFilter(link),
  };
  return { ...values, unreadable: link.rest() };
}

const readFilter = (link: LinkReader): Filter => ({
  uploadedFromMs: link.read("uploaded-from", momentIn),
  uploadedBeforeMs: link.read("uploaded-before", momentIn),
  usedFromMs: link.read("used-since", momentIn),
  atMostBytes: link.read("at-most", bytesIn),
  typeGroup: link.read("type", typeGroupIn),
  nameContains: link.read("name", textIn) ?? "",
  userIds: link.read("owners", userIdsIn) ?? [],
  isOfDeactivated: link.read("deactivated", flagIn) ?? false,
  isNeverOpened: link.read("never-opened", flagIn) ?? false,
  isUnauthenticated: link.read("no-token", flagIn) ?? false,
  isWithoutUrlPreviews: link.read("no-previews", flagIn) ?? false,
});

const yes = (isSet: boolean): string => (isSet ? "yes" : "");

/** The link of a rule with its conditions; what narrows nothing is left out. */
export function searchOf({ rule, filter }: Pick<RuleSource, "rule" | "filter">): URLSearchParams {
  const texts: readonly (readonly [name: string, text: string])[] = [
    ["before", String(rule.beforeMs)],
    ["larger", rule.largerThanBytes === 0 ? "" : String(rule.largerThanBytes)],
    ["keep", rule.keepAvatars ? "" : "no"],
    ["uploaded-from", String(filter.uploadedFromMs ?? "")],
    ["uploaded-before", String(filter.uploadedBeforeMs ?? "")],
    ["used-since", String(filter.usedFromMs ?? "")],
    ["at-most", String(filter.atMostBytes ?? "")],
    ["type", filter.typeGroup ?? ""],
    ["name", filter.nameContains],
    ["owners", filter.userIds.join(" ")],
    ["deactivated", yes(filter.isOfDeactivated)],
    ["never-opened", yes(filter.isNeverOpened)],
    ["no-token", yes(filter.isUnauthenticated)],
    ["no-previews", yes(filter.isWithoutUrlPreviews)],
  ];
  return new URLSearchParams(texts.filter(([, text]) => text !== "").map(([name, text]) => [name, text]));
}

/**
 * The rule in a link with its conditions; null where it holds none that can be run at that moment, in ms. That is also
 * where any part of the link cannot be read: a condition left out would delete more than was asked for.
 */
export function ruleInSearch(search: URLSearchParams, nowMs: number = Date.now()): RuleSource | null {
  const { beforeMs, largerThanBytes, keepAvatars, filter, unreadable } = readLink(search);
  if (unreadable.length > 0) return null;
  if (beforeMs === null || beforeMs < EARLIEST_BEFORE_MS || beforeMs > nowMs) return null;
  return { kind: "rule", rule: { beforeMs, largerThanBytes, keepAvatars }, filter };
}
