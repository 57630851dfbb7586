import type { Formatter } from "../../lib/formatter";
import { daysUnused, whyNoCommand } from "../../sweep/command";
import type { CommandWish } from "../../sweep/command";
import { FILES_PER_CALL } from "../../sweep/run-user";

/** What the curl line does, in one sentence. */
export function curlText(formatter: Formatter, { engine, mediaIds }: CommandWish): string {
  if (engine === "synapse-rule") return "One call of Synapse's rule with this date, for the whole server.";
  if (engine === "whole-user") {
    const files = formatter.count(FILES_PER_CALL);
    return `One call that deletes the ${files} oldest files of this user; repeat it until its answer has a total of 0.`;
  }
  return `${formatter.plural(mediaIds.length, { one: "{count} call", other: "{count} calls" })}, one for each file by its ID, and nothing else.`;
}

/** What the script does beyond that, in one sentence. */
export function scriptText(formatter: Formatter, { engine, source, madeMs }: CommandWish): string {
  if (engine === "synapse-rule" && source.kind === "rule") {
    const days = formatter.plural(daysUnused(source.rule.beforeMs, madeMs), {
      one: "{count} day",
      other: "{count} days",
    });
    return `At each run it deletes what was not used for ${days}, counted back from that run, in steps.`;
  }
  return engine === "whole-user"
    ? "At each run it deletes everything this user has by then, page after page."
    : "It deletes exactly these files, one after another; those that are gone already are counted as such.";
}

/** Why Synapse's rule is not what is offered for a rule; null where it is, or where it was never asked for. */
export const whyNotTheRule = (wish: CommandWish): string | null =>
  wish.source.kind === "rule" && wish.engine !== "synapse-rule"
    ? (whyNoCommand({ ...wish, engine: "synapse-rule" }) ??
      "Synapse's rule does not know which files you keep, so this is the list of files and not the rule.")
    : null;
