import type { Formatter } from "../../lib/formatter";
import type { Source } from "../../sweep/plan";
import type { Rule } from "../../sweep/rule";
import { exactSizeText } from "./size-text";

/** The rule as one sentence, which names the zone of its date: it also stands on receipts. */
export function ruleText(formatter: Formatter, rule: Rule): string {
  const date = `${formatter.dateTime(rule.beforeMs)} (${formatter.zone})`;
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

/** What the admin asked for, as one sentence. */
export function sourceText(formatter: Formatter, source: Source): string {
  if (source.kind === "rule") return ruleText(formatter, source.rule);
  return source.kind === "user" ? `All files of ${source.userId}.` : `Files of ${source.userId}, picked by hand.`;
}
