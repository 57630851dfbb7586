import { setTimeout as delay } from "node:timers/promises";

import type { Client } from "../../src/api/http";
import { deleteMediaByRule } from "../../src/api/media";
import type { MediaOwner } from "../../src/api/statistics";
import { supports } from "../../src/api/synapse-version";
import { NO_FILTER } from "../../src/sweep/filter";
import { Inventory } from "../../src/sweep/inventory";
import type { KeepReason, Plan } from "../../src/sweep/plan";
import { freezePlan, previewOf } from "../../src/sweep/preview";
import { listAllUsers } from "../../src/sweep/list-users";
import { readAvatarUses } from "../../src/sweep/protect";
import { RowSet } from "../../src/sweep/row-set";
import type { Rule } from "../../src/sweep/rule";
import { run } from "../../src/sweep/run";
import type { RunDeps } from "../../src/sweep/run-deps";
import { scan } from "../../src/sweep/scan";
import { expect, test } from "../fixtures/test";
import type { Homeserver, MediaRow } from "../target/homeserver";
import { decisiveMedia, randomMedia, randomRule, seededRandom } from "./random-media";
import { type Scene, setTheScene } from "./scene";

/** Set it to repeat a failure; it is printed with every batch. */
const SEED = Number(process.env["DIFFERENTIAL_SEED"] ?? Date.now() % 1_000_000_000);
const BATCHES = Number(process.env["DIFFERENTIAL_BATCHES"] ?? 8);
const RULES_PER_BATCH = { synapse: 26, standin: 6 };
/** Beside those that the rule decides on by a hair. */
const ROWS = 450;
/** So few that most runs have several steps. */
const FILES_PER_STEP = 60;

function depsOf(client: Client, { serverName }: Homeserver): RunDeps {
  return {
    client,
    serverName,
    filesPerStep: FILES_PER_STEP,
    patience: {
      wait: (ms, signal) => delay(ms, undefined, signal === undefined ? {} : { signal }),
      untilRenewed: () => Promise.reject(new Error("The admin's token was refused.")),
      isOnline: () => true,
      untilOnline: () => Promise.resolve(),
      nowMs: () => performance.now(),
    },
  };
}

/** The plan as the app makes it, from nothing but the server's answers. */
async function planFor(rule: Rule, deps: RunDeps, serverVersion: string): Promise<Plan> {
  const inventory = new Inventory();
  const accounts = await listAllUsers(deps);
  inventory.markUses(await readAvatarUses(deps, { serverName: deps.serverName, accounts }));
  const unread: MediaOwner[] = [];
  for await (const event of scan(deps, { rule, inventory })) {
    if (event.kind === "unread") unread.push(event.owner);
  }
  const source = { kind: "rule", rule, filter: NO_FILTER } as const;
  const choices = { engine: "synapse-rule", keep: new Set<never>(), unticked: RowSet.EMPTY } as const;
  return freezePlan(previewOf(inventory, { source, serverVersion, deactivated: new Set(), ...choices }), unread);
}

/** What a run in steps says about each file; each is spoken of once. */
async function runInSteps(plan: Plan, deps: RunDeps): Promise<Readonly<Record<string, string>>> {
  const claims: Record<string, string> = {};
  for await (const event of run(plan, deps, { stop: new AbortController().signal })) {
    if (event.kind === "halted") throw new Error(event.problem.title);
    for (const { mediaId, what } of event.kind === "outcomes" ? event.outcomes : []) {
      expect(claims, "files that have an outcome already").not.toHaveProperty([mediaId]);
      claims[mediaId] = what;
    }
  }
  return claims;
}

/** Deletes by one call of Synapse's rule and returns the IDs it answers. */
async function deleteAtOnce(api: Client, rule: Rule, { serverName, version }: Homeserver): Promise<readonly string[]> {
  const legacyServerName = supports(version, "deleteByRuleWithoutServerName") ? null : serverName;
  return (await deleteMediaByRule(api, { ...rule, legacyServerName })).deletedIds;
}

/** Synapse's selection by date and size, written down once more, on the rows themselves. */
const isSelected = (row: MediaRow, rule: Rule): boolean =>
  row.media_length !== null &&
  row.media_length > rule.largerThanBytes &&
  (row.last_access_ts ?? row.created_ts) < rule.beforeMs;

/** Why the rule spares a row, as far as a client can know. */
function knownReasons({ media_id, ...row }: MediaRow, rule: Rule, scene: Scene): readonly KeepReason["kind"][] {
  return [
    ...(rule.keepAvatars && scene.profilePictures.has(media_id) ? (["profile-picture"] as const) : []),
    ...(rule.keepAvatars && scene.roomAvatars.has(media_id) ? (["room-avatar"] as const) : []),
    ...(row.safe_from_quarantine ? (["protected"] as const) : []),
    ...(row.quarantined_by === null ? [] : (["quarantined"] as const)),
  ];
}

const sortedIds = (rows: readonly MediaRow[]): readonly string[] => rows.map(({ media_id }) => media_id).toSorted();

/** What is to become of the rows under a rule: of those whose owner can be listed, and of all. */
function expectationsOf(rows: readonly MediaRow[], rule: Rule, scene: Scene) {
  const selected = rows.filter((row) => isSelected(row, rule));
  const spared = selected.filter((row) => knownReasons(row, rule, scene).length > 0);
  const unspared = selected.filter((row) => !spared.includes(row));
  const isFormer = ({ media_id }: MediaRow) => rule.keepAvatars && scene.formerPictures.has(media_id);
  const isListed = ({ user_id }: MediaRow) => user_id !== scene.ownerWithoutAccount;
  return {
    doomed: unspared.filter(isListed),
    kept: spared.filter(isListed),
    beyondThePlan: unspared.filter((row) => !isListed(row) && !isFormer(row)),
    keptByServer: unspared.filter((row) => isListed(row) && isFormer(row)),
    gone: unspared.filter((row) => !isFormer(row)),
  };
}

function expectPlan(plan: Plan, rule: Rule, { rows, scene }: { rows: readonly MediaRow[]; scene: Scene }): void {
  const expected = expectationsOf(rows, rule, scene);
  expect(plan.doomed.map(({ mediaId }) => mediaId).toSorted(), "planned").toEqual(sortedIds(expected.doomed));
  expect(plan.kept.map(({ file }) => file.mediaId).toSorted(), "kept").toEqual(sortedIds(expected.kept));
  const byId = new Map(rows.map((row) => [row.media_id, row]));
  for (const { file, reason } of plan.kept) {
    const row = byId.get(file.mediaId);
    const reasons = row === undefined ? [] : knownReasons(row, rule, scene);
    expect(reasons, `reasons to keep ${file.mediaId}`).toContain(reason.kind);
  }
  const unread = plan.unread.map(({ userId }) => userId);
  if (expected.beyondThePlan.length > 0) expect(unread, "owners that are named").toEqual([scene.ownerWithoutAccount]);
}

for (let batch = 1; batch <= BATCHES; batch += 1) {
  test(`what is planned is what Synapse's rule deletes, batch ${String(batch)}`, async ({ homeserver, api }) => {
    test.skip(!homeserver.abilities.rows, "The database of this server is out of reach.");
    test.setTimeout(300_000);
    const rules = RULES_PER_BATCH[homeserver.kind];
    console.log(`DIFFERENTIAL_SEED=${String(SEED)}, batch ${String(batch)}: ${String(rules)} rules`);
    const random = seededRandom(SEED + batch);
    const scene = await setTheScene(homeserver, `batch${String(batch)}`);
    const deps = depsOf(api, homeserver);
    const pictures = [...scene.profilePictures, ...scene.roomAvatars, ...scene.formerPictures];
    for (let number = 1; number <= rules; number += 1) {
      const owners = random() < 0.3 ? [...scene.owners, scene.ownerWithoutAccount] : scene.owners;
      const others = randomMedia(random, owners, ROWS);
      const rule = randomRule(random, others, number);
      const rows = [...others, ...decisiveMedia(random, rule, { owners, loners: scene.loners, pictures })];
      const isInSteps = random() < 0.5;
      await test.step(`rule ${String(number)}, seed ${String(SEED)}: ${JSON.stringify({ ...rule, isInSteps })}`, async () => {
        await homeserver.clearMedia();
        await homeserver.insertMedia(rows);
        const plan = await planFor(rule, deps, homeserver.version);
        expectPlan(plan, rule, { rows, scene });

        const expected = expectationsOf(rows, rule, scene);
        if (isInSteps) {
          const outcomes = (what: string, of: readonly MediaRow[]) =>
            of.map(({ media_id }) => [media_id, what] as const);
          const deleted = expected.doomed.filter((row) => !expected.keptByServer.includes(row));
          expect(await runInSteps(plan, deps), "what the run says").toEqual(
            Object.fromEntries([
              ...outcomes("deleted", deleted),
              ...outcomes("kept-by-server", expected.keptByServer),
              ...outcomes("deleted-unplanned", expected.beyondThePlan),
            ]),
          );
        } else {
          const answered = await deleteAtOnce(api, rule, homeserver);
          expect(answered.toSorted(), "what the answer names").toEqual(sortedIds(expected.gone));
        }
        const left = new Set(sortedIds(await homeserver.readMedia()));
        const gone = rows.filter(({ media_id }) => !left.has(media_id));
        expect(sortedIds(gone), "what is gone").toEqual(sortedIds(expected.gone));
      });
    }
  });
}
