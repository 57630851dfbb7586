import { expect } from "@playwright/test";

import { createApp } from "../fixtures/app";
import { BLOCKED, status } from "./console-errors";
import { readFacts } from "./facts";
import { ANSWERED, FOUND_OUT } from "./run-faults";
import type { RunFault } from "./run-faults";
import {
  REVIEWED,
  chooseEngine,
  confirm,
  expectUnderWay,
  finish,
  passUntilSeen,
  press,
  seeNotice,
  seeServerDone,
  seeStruck,
  strike,
} from "./run-scene";
import type { Scene } from "./run-scene";
import { readStoredRuns } from "./stored-runs";

const HOUR_MS = 60 * 60 * 1000;
const HOLD_MS = 30_000;
const FULL = "This browser has no room left for the record of this run";
const INTERRUPTED = /^A deletion of .* was interrupted$/;

/** Has the run wait in its midst, by a refusal for half a minute, of which little passes. */
async function hold(scene: Scene): Promise<() => number> {
  const armed = strike(scene, { kind: "limited", retryAfterMs: HOLD_MS });
  await confirm(scene.page);
  await seeStruck(scene, armed);
  await expectUnderWay(scene);
  return armed.hits;
}

/** Expects that the journal names what was under way, and claims nothing of it. */
async function expectNotedAsCalled({ page, engine }: Scene): Promise<void> {
  const [run] = await readStoredRuns(page);
  expect(run?.header.ended).toBeNull();
  expect(run?.calledIds).toEqual(expect.arrayContaining([...engine.struck]));
  expect(run?.outcomes.filter(({ mediaId }) => engine.struck.includes(mediaId))).toEqual([]);
}

/** The same scene in another tab of the browser, signed in to anew. */
async function inNewTab(scene: Scene): Promise<Scene> {
  const page = await scene.context.newPage();
  const app = createApp(page, scene);
  await app.signIn();
  return { ...scene, page, app };
}

/** Follows the notice of an interrupted run to where it can be brought to its end, and does that. */
async function bringToItsEnd(scene: Scene, how: "Resume" | "Close with a receipt"): Promise<Scene> {
  const { page } = scene;
  await passUntilSeen(page, page.getByRole("note", { name: INTERRUPTED }));
  await expectNotedAsCalled(scene);
  await page.getByRole("link", { name: "See how far it came" }).click();
  const button = page.getByRole("button", { name: how });
  await passUntilSeen(page, button);
  await button.click();
  // What a user uploaded since goes as well, which is asked about.
  if (how === "Resume" && scene.name === "user")
    await page.getByRole("dialog").getByRole("button", { name: how }).click();
  await finish(scene);
  return scene;
}

export const secondTab: RunFault = {
  what: "second tab",
  story: "it is told of the first one's run and starts none",
  errors: [status(429)],
  endings: ANSWERED,
  happen: async (scene) => {
    const second = await inNewTab(scene);
    await second.app.open(scene.link);
    await chooseEngine(second.page, scene.engine);
    const hits = await hold(scene);
    await second.page.clock.resume();
    await press(second.page);
    const alert = second.page.getByRole("dialog").getByRole("alert");
    await expect(alert.filter({ hasText: "Another tab of this browser has a clean-up under way" })).toBeVisible();
    expect(hits(), "Calls of either tab").toBe(1);
    expect(await readStoredRuns(second.page)).toHaveLength(1);
    await second.page.close();
    await finish(scene);
    return scene;
  },
};

/** Lets little time pass in the page until the journal tells what became of the files whose call was not struck. */
async function seeOthersNoted({ page, engine }: Scene): Promise<void> {
  const noted = async () => {
    await page.clock.runFor(50);
    const [run] = await readStoredRuns(page);
    return run?.outcomes.map(({ mediaId }) => mediaId).toSorted();
  };
  const others = Object.keys(REVIEWED).filter((id) => !engine.struck.includes(id));
  await expect.poll(noted, { message: "What the journal tells", intervals: [20] }).toEqual(others.toSorted());
}

/** Reloads the page while a call has no answer, which never arrived anywhere. */
async function reloadMidway(scene: Scene): Promise<void> {
  const { page } = scene;
  const armed = strike(scene, { kind: "hang" });
  await confirm(page);
  await seeStruck(scene, armed);
  await expectUnderWay(scene);
  await seeOthersNoted(scene);
  page.once("dialog", (dialog) => void dialog.accept());
  await page.reload();
}

/** Everything that the browser, or the admin's own device, can do to a run. */
export const deviceFaults: readonly RunFault[] = [
  {
    what: "offline",
    story: "the run waits for the network and goes on by itself",
    errors: [status(429), ...BLOCKED, /net::ERR_INTERNET_DISCONNECTED/],
    endings: ANSWERED,
    happen: async (scene) => {
      const { page, context } = scene;
      await hold(scene);
      await context.setOffline(true);
      await page.clock.fastForward(HOLD_MS);
      await seeNotice(scene, "This device is offline");
      await expectUnderWay(scene);
      await context.setOffline(false);
      await finish(scene);
      return scene;
    },
  },
  secondTab,
  {
    what: "quota exceeded",
    story: "the run goes on, says that it is not recorded, and leaves no record that could be gone on with",
    errors: [status(429)],
    endings: ANSWERED,
    isUnrecorded: true,
    happen: async (scene) => {
      await scene.page.evaluate(fillTheDisk);
      await hold(scene);
      await seeNotice(scene, FULL);
      await finish(scene);
      await expect(scene.page.getByRole("note", { name: FULL })).toContainText("These results are in this tab only");
      expect(await readStoredRuns(scene.page)).toEqual([]);
      return scene;
    },
  },
  {
    what: "clock skew of an hour",
    story: "the clock goes forward, then back, and no number is wrong",
    errors: [status(429)],
    endings: ANSWERED,
    happen: async (scene) => {
      const { page } = scene;
      await page.clock.setSystemTime(Date.now() + HOUR_MS);
      const hits = await hold(scene);
      await page.clock.setSystemTime(Date.now() - HOUR_MS);
      await expectUnderWay(scene);
      expect(hits()).toBe(1);
      await finish(scene);
      expect((await readFacts(page.getByRole("main")))["Took"]).not.toMatch(/[-−]/);
      return scene;
    },
  },
];

/** What needs the history: the run is interrupted, and resumed from it. */
export const interruptions: readonly RunFault[] = [
  {
    what: "reload",
    story: "the run can be resumed, and what was under way is found out first",
    errors: [],
    endings: ANSWERED,
    happen: async (scene) => {
      await reloadMidway(scene);
      return bringToItsEnd(scene, "Resume");
    },
  },
  {
    what: "reload, then closed",
    story: "nothing more is deleted, and the receipt tells what was not attempted",
    errors: [],
    endings: { rule: "not-attempted", list: "not-attempted", user: "not-attempted" },
    happen: async (scene) => {
      await reloadMidway(scene);
      const closed = await bringToItsEnd(scene, "Close with a receipt");
      await expect(
        closed.page.getByText("This run was interrupted, and you closed it. Nothing new was begun.", { exact: true }),
      ).toBeVisible();
      return closed;
    },
  },
  {
    what: "tab crash",
    story: "another tab resumes the run, and finds out what the server did meanwhile",
    errors: [status(404)],
    // Of the list's files few were called of many named: which, no record tells.
    endings: { ...FOUND_OUT, list: "already-gone" },
    happen: async (scene) => {
      const { page, context } = scene;
      const armed = strike(scene, { kind: "slow", ms: 2000 });
      await confirm(page);
      await seeStruck(scene, armed);
      await seeOthersNoted(scene);
      await page.clock.resume();
      const crashed = page.waitForEvent("crash");
      const devtools = await context.newCDPSession(page);
      devtools.send("Page.crash").catch(() => undefined);
      await crashed;
      await seeServerDone(scene);
      const next = await inNewTab(scene);
      await next.app.open(scene.link);
      await expect(next.page.getByRole("note", { name: INTERRUPTED })).toBeVisible();
      // The browser has taken its lock back by then. No clock runs in a page that crashed.
      await page.close();
      return bringToItsEnd(next, "Resume");
    },
  },
];

/** Runs in the page: from here on nothing more can be written to the log of a run. */
function fillTheDisk(): void {
  const add: IDBObjectStore["add"] = Reflect.get(IDBObjectStore.prototype, "add");
  IDBObjectStore.prototype.add = function addWhileThereIsRoom(...values) {
    if (this.name === "outcomes") throw new DOMException("The disk is full", "QuotaExceededError");
    return add.apply(this, values);
  };
}
