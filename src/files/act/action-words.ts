import type { Formatter, PluralForms } from "../../lib/formatter";
import type { ActionEnd, ActionHeader, Missed } from "../../session/journal-entry";

/** What was done, and to what. */
export type Done = Pick<ActionHeader, "action" | "on">;

interface Words {
  readonly name: string;
  /** While it goes on: `{tried}` of `{count}`. */
  readonly running: PluralForms;
  /** The last thing it names is not one of those it is done to, but what comes of them. */
  readonly bringsSomething?: boolean;
}

const files = (verb: string): PluralForms => ({
  one: `${verb} {tried} of {count} file`,
  other: `${verb} {tried} of {count} files`,
});

const words: Readonly<Record<string, Words>> = {
  protect: { name: "Protect", running: files("Protecting") },
  unprotect: { name: "Remove protection", running: files("Removing the protection of") },
  quarantine: { name: "Quarantine", running: files("Quarantining") },
  unquarantine: { name: "Lift quarantine", running: files("Lifting the quarantine of") },
  "quarantine-user": {
    name: "Quarantine everything of a user",
    running: { other: "Quarantining everything of a user" },
  },
  "quarantine-room": {
    name: "Quarantine the media of a room",
    running: { other: "Quarantining the media of a room" },
  },
  "purge-remote-media": { name: "Purge remote media", running: { other: "Purging remote media" } },
  download: { name: "Download", running: files("Downloading"), bringsSomething: true },
};

/** "Quarantine", "Purge remote media": the name of an action as it begins a line. */
export function actionName(kind: string): string {
  const known = words[kind]?.name;
  if (known !== undefined) return known;
  const spaced = kind.replaceAll("-", " ");
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

/** "Protecting 12 of 40 files" */
export function actionRunning(formatter: Formatter, done: Done, tried: number): string {
  const total = targetsOf(done).length;
  const { running } = words[done.action] ?? { running: { other: `${actionName(done.action)}: {tried} of {count}` } };
  return formatter.plural(total, running).replace("{tried}", formatter.count(Math.min(tried, total)));
}

/** What it is done to, without what comes of it. */
const targetsOf = ({ action, on }: Done): readonly string[] =>
  words[action]?.bringsSomething === true ? on.slice(0, -1) : on;

/** Synapse's counts, and the app's own, by their names. */
const counted: Readonly<Record<string, PluralForms>> = {
  // Of a room it counts what was quarantined before as well.
  num_quarantined: {
    one: "Synapse counted {count} quarantined file; ones from before may be counted again.",
    other: "Synapse counted {count} quarantined files; ones from before may be counted again.",
  },
  quarantined: { one: "{count} file is quarantined now.", other: "{count} files are quarantined now." },
  released: { one: "{count} file is not quarantined any more.", other: "{count} files are not quarantined any more." },
  accepted: {
    one: "Synapse took the request. It does so for protected and unknown files too: the file's state in the list is what counts.",
    other:
      "Synapse took {count} requests. It does so for protected and unknown files too: their state in the list is what counts.",
  },
  purged: { one: "{count} file was purged from the cache.", other: "{count} files were purged from the cache." },
  saved: { one: "{count} file is in the zip file.", other: "{count} files are in the zip file." },
};

/** What became of an action: by what was counted, and how many of those it was meant for it missed. */
export function actionResult(formatter: Formatter, done: Done, { counts, missed }: ActionEnd): string {
  const targets = targetsOf(done);
  const [only] = missed;
  if (only !== undefined && targets.length === 1 && done.on.length === 1) return missedText(only);
  const brought = targets.length < done.on.length ? missed.find(({ on }) => on === done.on.at(-1)) : undefined;
  if (brought !== undefined) return missedText(brought);
  const sums = Object.entries(counts).map(([name, count]) => countText(formatter, name, count));
  return [partText(formatter, targets.length, { counts, missed }), ...sums].join(" ");
}

/** "Done.", or "Done to 38 of 40: 2 failed." What Synapse only took in was asked for, no more. */
function partText(
  formatter: Formatter,
  total: number,
  { counts, missed }: Pick<ActionEnd, "counts" | "missed">,
): string {
  const isAsked = "accepted" in counts;
  if (missed.length === 0) return isAsked ? "Asked." : "Done.";
  const sums = missedSums.flatMap(([what, text]) => {
    const count = missed.filter((miss) => miss.what === what).length;
    return count === 0 ? [] : [text.replace("{count}", formatter.count(count))];
  });
  const part = isAsked ? "Asked for {done} of {total}: {sums}." : "Done to {done} of {total}: {sums}.";
  return part
    .replace("{done}", formatter.count(total - missed.length))
    .replace("{total}", formatter.count(total))
    .replace("{sums}", sums.join(", "));
}

function countText(formatter: Formatter, name: string, count: number): string {
  const forms = counted[name];
  return forms === undefined ? `Synapse counted ${name}: ${formatter.count(count)}.` : formatter.plural(count, forms);
}

const missedSums = [
  ["failed", "{count} failed"],
  ["unknown", "{count} unknown"],
  ["not-attempted", "{count} not attempted"],
] as const satisfies readonly (readonly [Missed["what"], string])[];

/** Why an action missed something. */
export function missedText(missed: Missed): string {
  if (missed.what === "not-attempted") return "Not attempted: it was stopped before.";
  return missed.what === "failed" ? `Failed: ${missed.problem.title}` : `Unknown: ${missed.problem.title}`;
}

/** What became of what an action did not miss. */
export const doneText = ({ counts }: ActionEnd): string => ("accepted" in counts ? "Synapse took the request" : "Done");
