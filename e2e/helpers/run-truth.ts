import { type Page, expect } from "@playwright/test";

import type { Outcome, OutcomeKind } from "../../src/sweep/outcome";
import { REVIEWED } from "./run-scene";
import type { EngineName, Scene } from "./run-scene";
import { readStoredRuns } from "./stored-runs";
import type { StoredRun } from "./stored-runs";
import { filesText, formatter } from "./wizard";

/** What becomes of a file; of one that is deleted, how that is known. */
export type Ending = Exclude<OutcomeKind, "deleted"> | Extract<Outcome, { what: "deleted" }>["knownBy"];

/** What becomes of the files whose call a fault struck. All others are deleted, and named by an answer. */
export type Endings = Readonly<Record<EngineName, Ending>>;

type Fates = Readonly<Record<string, Ending>>;

/**
 * Compares, after a run, what is left on the server, what the journal holds and what the screen says with each other
 * and with what has to be: every reviewed file has one outcome, what counts as gone is gone, what counts as there is
 * there, and nobody else's files were touched.
 */
export async function expectTruth(scene: Scene, endings: Endings): Promise<void> {
  const fates = await expectScreenTrue(scene, endings);
  const [run, ...others] = await readStoredRuns(scene.page);
  expect(others).toEqual([]);
  if (run === undefined) throw new Error("The journal holds no run");
  await expectJournalTrue(scene, run, fates);
}

/** The same where the browser kept no record: the screen alone tells. */
export async function expectScreenTrue(scene: Scene, endings: Endings): Promise<Fates> {
  const { engine, name, page, homeserver, bystanders } = scene;
  const fates = Object.fromEntries(
    Object.keys(REVIEWED).map((id) => [id, engine.struck.includes(id) ? endings[name] : "answer"]),
  );
  const left = new Set((await homeserver.readMedia()).map(({ media_id }) => media_id));
  for (const [id, fate] of Object.entries(fates)) {
    if (fate !== "unknown") expect(left.has(id), `${id}, ${fate}: is it still there?`).toBe(isThere(fate));
  }
  expect([...left].filter((id) => !(id in fates)).toSorted()).toEqual([...bystanders].toSorted());
  await expect.poll(() => readScreen(page), { message: "What the results say of each file" }).toEqual(fates);
  await expectAmounts(page, fates);
  return fates;
}

const isThere = (fate: Ending): boolean => fate === "failed" || fate === "kept-by-server" || fate === "not-attempted";

const kindOf = (fate: Ending): OutcomeKind =>
  fate === "answer" || fate === "listing" || fate === "repeat" ? "deleted" : fate;

const fateOf = (outcome: Outcome): Ending => (outcome.what === "deleted" ? outcome.knownBy : outcome.what);

async function expectJournalTrue(scene: Scene, { header, ...run }: StoredRun, fates: Fates): Promise<void> {
  const { homeserver } = scene;
  expect(run.plannedIds.toSorted(), "The journal's plan").toEqual(Object.keys(REVIEWED).toSorted());
  // As a list first: an object would hide that a file has two outcomes.
  expect(run.outcomes.map(({ mediaId }) => mediaId).toSorted()).toEqual(Object.keys(fates).toSorted());
  const noted = Object.fromEntries(run.outcomes.map((outcome) => [outcome.mediaId, fateOf(outcome)]));
  expect(noted, "What the journal says of each file").toEqual(fates);
  const deleted = Object.keys(fates).filter((id) => kindOf(fates[id] ?? "failed") === "deleted");
  expect(run.calledIds, "Files noted before their call").toEqual(expect.arrayContaining(deleted));
  for (const [kind, tally] of Object.entries(header.ended?.tallies ?? {})) {
    expect({ kind, ...tally }).toEqual({ kind, ...tallyOf(fates, kind) });
  }
  expect(header.ended, "The end of the run in the journal").not.toBeNull();
  // Statistics that could not be had prove nothing.
  if (header.after !== null) expect(header.after.files).toBe((await homeserver.readMedia()).length);
}

function tallyOf(fates: Fates, kind: string) {
  const sizes = Object.entries(REVIEWED).filter(([id]) => kindOf(fates[id] ?? "unknown") === kind);
  return { files: sizes.length, bytes: sizes.reduce((sum, [, bytes]) => sum + bytes, 0) };
}

const SECTIONS: Readonly<Record<string, OutcomeKind>> = {
  "Deleted media": "deleted",
  "Deleted though not planned": "deleted-unplanned",
  Kept: "kept-by-server",
  "Already gone": "already-gone",
  Failed: "failed",
  Unknown: "unknown",
  "Not attempted": "not-attempted",
};

const KNOWN_BY: Readonly<Record<string, Ending>> = {
  "The answer was lost; the list no longer names it": "listing",
  "The answer was lost; repeating it found the file gone": "repeat",
};

/** What the results say of each file, by its name; a file that stands in two tables fails. */
async function readScreen(page: Page): Promise<Fates> {
  const fates: Record<string, Ending> = {};
  for (const [title, kind] of Object.entries(SECTIONS)) {
    for (const row of await page.getByRole("table", { name: title, exact: true }).locator("tbody tr").all()) {
      const cells = (await row.locator("td, th").allInnerTexts()).map((text) => text.trim());
      const name = cells[0] ?? "";
      expect(fates, `Outcomes of ${name}`).not.toHaveProperty(name);
      fates[name] = kind === "deleted" ? (KNOWN_BY[cells.at(-1) ?? ""] ?? "answer") : kind;
    }
  }
  return fates;
}

/** Expects the sums: of all deleted files above, and of each section beside its heading. */
async function expectAmounts(page: Page, fates: Fates): Promise<void> {
  const planned = Object.keys(fates).length;
  const deleted = tallyOf(fates, "deleted").files;
  await expect(page.getByText(`${String(deleted)} of ${String(planned)} deleted`, { exact: true })).toBeVisible();
  for (const [title, kind] of Object.entries(SECTIONS)) {
    const heading = page.getByRole("heading", { name: title, exact: true });
    const { files, bytes } = tallyOf(fates, kind);
    if (files === 0) await expect(heading).toHaveCount(0);
    else await expect(heading.locator("..")).toHaveText(`${title}${filesText(files)} · ${formatter.bytes(bytes)}`);
  }
}
