import { expect } from "@playwright/test";

import type { Fault } from "../standin/faults";
import { BLOCKED, CUT, status } from "./console-errors";
import { countDeletions, renewToken } from "./deletion-faults";
import {
  confirm,
  expectUnderWay,
  finish,
  passUntilSeen,
  seeNotice,
  seeServerDone,
  seeStruck,
  strike,
} from "./run-scene";
import type { Scene } from "./run-scene";
import type { Endings } from "./run-truth";
import { expectRow } from "./table";

/** One thing that goes wrong in the midst of a run, and what is true in the end. */
export interface RunFault {
  readonly what: string;
  /** What the admin sees of it. */
  readonly story: string;
  /** What the browser then writes to its console. */
  readonly errors: readonly RegExp[];
  readonly endings: Endings;
  /** Starts the run, has it happen, looks at the screen meanwhile, and returns the scene with the results. */
  readonly happen: (scene: Scene) => Promise<Scene>;
  /** The browser cannot keep the record: the screen says so, and the journal claims nothing. */
  readonly isUnrecorded?: boolean;
}

/** Nothing was carried out before, so what is tried again is answered. */
export const ANSWERED: Endings = { rule: "answer", list: "answer", user: "answer" };
/** It was carried out, and the answer lost. */
export const FOUND_OUT: Endings = { rule: "listing", list: "repeat", user: "listing" };

interface Loss {
  readonly goesOn?: boolean;
  /** Whether the run has to ask again; else the lists tell, and nothing is repeated blindly. */
  readonly isTried: boolean;
}

/** Passes over one call's answer that is lost. */
const loseAnswer =
  (fault: Fault, { goesOn = false, isTried }: Loss) =>
  async (scene: Scene): Promise<Scene> => {
    const armed = strike(scene, fault);
    holdReading(scene);
    await confirm(scene.page);
    await seeStruck(scene, armed);
    if (scene.name !== "list") await seeNotice(scene, "An answer was lost");
    await expectUnderWay(scene);
    if (goesOn) await seeServerDone(scene);
    await finish(scene);
    expect(countDeletions(scene.standin)).toBe(callsAfter(scene, armed.hits(), isTried));
    return scene;
  };

/** How many calls that delete a run makes, so many of them struck. A file's own call is repeated: that is safe. */
const callsAfter = ({ name }: Scene, struck: number, isTried: boolean): number =>
  name === "list" ? struck + 3 : struck + Number(isTried);

/** Has the list that tells what became of the files wait to be read: there is a time in which nothing is known. */
function holdReading({ name, standin }: Scene): void {
  if (name === "list") return;
  const read = { method: "GET", path: /\/users\/.*\/media/ };
  // A user's page is read before it is deleted, too.
  if (name === "user") standin.faults.arm({ ...read, fault: { kind: "slow", ms: 0 } });
  standin.faults.arm({ ...read, fault: { kind: "limited", retryAfterMs: 5000 } });
}

/** Passes over one call that is refused for so many ms, in which nothing is deleted and nothing is asked again. */
const beRefusedFor =
  (fault: Fault, ms: number) =>
  async (scene: Scene): Promise<Scene> => {
    const armed = strike(scene, fault, 2);
    await confirm(scene.page);
    await seeStruck(scene, armed);
    await expectUnderWay(scene);
    await seeNotice(scene, "The homeserver asks to slow down");
    await scene.page.clock.fastForward(ms - 1000);
    expect(armed.hits(), "It waits as long as it is asked to").toBe(1);
    expectUntouched(scene);
    await finish(scene);
    expect(armed.hits()).toBe(2);
    return scene;
  };

/** What the browser says of the reading that is held. */
const HELD = status(429);

const lostAnswers: readonly RunFault[] = [
  {
    what: "500",
    story: "what was not deleted is tried again",
    errors: [status(500), HELD],
    endings: ANSWERED,
    happen: loseAnswer({ kind: "internal-error" }, { isTried: true }),
  },
  {
    what: "502 HTML",
    story: "what was not deleted is tried again",
    errors: [...BLOCKED, HELD],
    endings: ANSWERED,
    happen: loseAnswer({ kind: "proxy-page", status: 502, cors: false }, { isTried: true }),
  },
  {
    what: "504 after the server finished",
    story: "it is found out what went",
    errors: [...BLOCKED, HELD, status(404)],
    endings: FOUND_OUT,
    happen: loseAnswer({ kind: "after", loss: "504" }, { isTried: false }),
  },
  {
    what: "504 while the server goes on",
    story: "the run waits until it has settled",
    errors: [...BLOCKED, HELD, status(404)],
    endings: FOUND_OUT,
    happen: loseAnswer({ kind: "while", loss: "504", filesPerSecond: 8 }, { goesOn: true, isTried: false }),
  },
  {
    what: "drop before the request arrived",
    story: "what was not deleted is tried again",
    errors: [...CUT, HELD],
    endings: ANSWERED,
    happen: loseAnswer({ kind: "drop" }, { isTried: true }),
  },
  {
    what: "drop after",
    story: "it is found out what went",
    errors: [...CUT, HELD, status(404)],
    endings: FOUND_OUT,
    happen: loseAnswer({ kind: "after", loss: "drop" }, { isTried: false }),
  },
  {
    what: "malformed JSON",
    story: "it is found out what went",
    errors: [HELD, status(404)],
    endings: FOUND_OUT,
    happen: loseAnswer({ kind: "malformed" }, { isTried: false }),
  },
];

/** Everything that an answer, or the lack of one, can do to a run. */
export const answerFaults: readonly RunFault[] = [
  {
    what: "401",
    story: "the run waits for a new token and goes on where it was",
    errors: [status(401)],
    endings: ANSWERED,
    happen: async (scene) => {
      strike(scene, { kind: "unknown-token" });
      await confirm(scene.page);
      await seeNotice(scene, "Waiting for a new access token");
      await expectUnderWay(scene);
      expectUntouched(scene);
      await scene.page.clock.resume();
      await renewToken(scene.page, scene.homeserver.admin.accessToken);
      await finish(scene);
      return scene;
    },
  },
  {
    what: "403",
    story: "what is refused is told in Synapse's words and never claimed",
    errors: [status(403)],
    endings: { rule: "not-attempted", list: "failed", user: "not-attempted" },
    happen: async (scene) => {
      const armed = strike(scene, { kind: "forbidden" });
      await confirm(scene.page);
      await finish(scene);
      await expectRefused(scene);
      expect(armed.hits()).toBe(1);
      return scene;
    },
  },
  {
    what: "429 JSON",
    story: "the run waits as long as it is asked to",
    errors: [status(429)],
    endings: ANSWERED,
    happen: beRefusedFor({ kind: "limited", retryAfterMs: 20_000 }, 20_000),
  },
  {
    what: "429 HTML",
    story: "the run waits a while and goes on",
    errors: [status(429)],
    endings: ANSWERED,
    happen: beRefusedFor({ kind: "proxy-page", status: 429, cors: true }, 5000),
  },
  ...lostAnswers,
  {
    what: "hang",
    story: "after a minute the call counts as lost, and what was not deleted is tried again",
    errors: [HELD],
    endings: ANSWERED,
    happen: async (scene) => {
      const armed = strike(scene, { kind: "hang" });
      holdReading(scene);
      await confirm(scene.page);
      await seeStruck(scene, armed);
      await expectUnderWay(scene);
      await scene.page.clock.fastForward(55_000);
      await expectUnderWay(scene);
      expect(armed.hits()).toBe(1);
      await scene.page.clock.fastForward(5000);
      if (scene.name !== "list") await seeNotice(scene, "An answer was lost");
      await finish(scene);
      return scene;
    },
  },
];

/** Expects that the server still has every file whose call was struck. */
function expectUntouched({ standin, engine }: Scene): void {
  for (const id of engine.struck) expect(standin.store.media.get(id), id).toBeDefined();
}

/** Expects the refusal on the results: of the run as a whole, or of the one file. */
async function expectRefused({ name, page }: Scene): Promise<void> {
  if (name === "list") {
    const Reason = "The homeserver refuses this to your account: “You are not a server admin”";
    await expectRow(page.getByRole("table", { name: "Failed" }), { Name: "secondFile", Reason });
    return;
  }
  const alert = page.getByRole("alert");
  await passUntilSeen(page, alert);
  await expect(alert).toContainText("The homeserver refuses this to your account");
  await expect(alert).toContainText("You are not a server admin");
  await expect(page.getByText("The run ended by itself before its end.")).toBeVisible();
}
