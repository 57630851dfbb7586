import { type BrowserContext, type Locator, type Page, expect } from "@playwright/test";

import type { App } from "../fixtures/app";
import { DAY_MS } from "../fixtures/media-row";
import type { PageGuard } from "../fixtures/page-guard";
import type { People } from "../fixtures/people";
import type { Armed, ArmedFault, Fault } from "../standin/faults";
import type { StaticHost } from "../fixtures/static-host";
import type { Standin } from "../standin/handle";
import type { Homeserver } from "../target/homeserver";
import { expectReviewed, filesText, reviewLink } from "./wizard";

/** The fixtures that the scene of a run is made of. */
export interface Stage {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly app: App;
  readonly guard: PageGuard;
  readonly people: People;
  readonly standin: Standin;
  readonly homeserver: Homeserver;
  readonly host: StaticHost;
}

export const engineNames = ["rule", "list", "user"] as const;
export type EngineName = (typeof engineNames)[number];

/** One way to delete: how an admin comes to it, and which of its calls a fault strikes. */
interface Engine {
  /** The call that is struck. */
  readonly call: Pick<ArmedFault, "method" | "path">;
  /** The files that this call is to delete. */
  readonly struck: readonly string[];
  /** The label of its choice on the review. */
  readonly choice: string | RegExp;
  /** The link to its review. */
  readonly link: (userId: string) => string;
}

/** The files of every run, by media ID; the names on the screen are the same. Each has a size of its own. */
export const REVIEWED = { firstFile: 1000, secondFile: 20_000, thirdFile: 300_000 } as const;
const ids = Object.keys(REVIEWED);
/** Files that no run may touch: somebody else's, and of today. */
const BYSTANDERS = ["bystanderFile", "otherBystanderFile"];

const yearAgo = (): string => reviewLink({ beforeMs: Date.now() - 365 * DAY_MS });

export const engines: Readonly<Record<EngineName, Engine>> = {
  rule: { call: { method: "POST", path: /\/media\/delete/ }, struck: ids, choice: "Synapse's rule", link: yearAgo },
  list: {
    call: { method: "DELETE", path: /\/media\/standin\.example\/secondFile$/ },
    struck: ["secondFile"],
    choice: "Exactly this list",
    link: yearAgo,
  },
  user: {
    call: { method: "DELETE", path: /\/users\/.*\/media/ },
    struck: ids,
    choice: /^Everything this user has/,
    link: (userId) => `#/users/${encodeURIComponent(userId)}/delete`,
  },
};

/** A run that is about to start, on a page whose clock stands still: what the app waits for comes when a spec says so. */
export interface Scene extends Stage {
  readonly name: EngineName;
  readonly engine: Engine;
  /** The review that the run starts from. */
  readonly link: string;
  readonly bystanders: readonly string[];
}

/** Opens the review of three files with that engine chosen. */
export async function openScene(name: EngineName, stage: Stage): Promise<Scene> {
  const { people, app, page } = stage;
  const engine = engines[name];
  const rows = Object.entries(REVIEWED).map(([media_id, media_length]) => ({
    media_id,
    upload_name: media_id,
    media_length,
  }));
  const { userId } = await people.withRows(rows);
  await people.withRows(BYSTANDERS.map((media_id) => ({ media_id, upload_name: media_id, created_ts: Date.now() })));
  const link = engine.link(userId);
  await page.clock.install();
  await app.signIn();
  await app.open(link);
  await chooseEngine(page, engine);
  return { ...stage, name, engine, link, bystanders: BYSTANDERS };
}

/** Waits for the review on that page and chooses the engine. */
export async function chooseEngine(page: Page, { choice }: Engine): Promise<void> {
  await expectReviewed(page);
  await page.getByRole("radio", { name: choice }).check();
}

/** Orders a fault for the engine's call. */
export const strike = ({ standin, engine }: Scene, fault: Fault, times = 1): Armed =>
  standin.faults.arm({ ...engine.call, fault, times });

/** Presses the button of the review and that of the dialog. From in between on the page's clock stands still. */
export async function confirm(page: Page): Promise<void> {
  await press(page, async () => {
    const nowMs = await page.evaluate(() => Date.now());
    await page.clock.pauseAt(nowMs + 1000);
  });
}

/** Presses the button of the review and that of the dialog. */
export async function press(page: Page, between?: () => Promise<void>): Promise<void> {
  const button = { name: `Delete ${filesText(ids.length)}`, exact: true };
  await page.getByRole("button", button).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("button", button)).toBeEnabled();
  await between?.();
  await dialog.getByRole("button", button).click();
}

/** Lets time pass in the page, little by little, until that is seen: far less than the run waits at any time. */
export async function passUntilSeen(page: Page, locator: Locator, stepMs = 50): Promise<void> {
  const seen = async () => {
    await page.clock.runFor(stepMs);
    return locator.count();
  };
  await expect.poll(seen, { message: String(locator), intervals: [20], timeout: 20_000 }).toBeGreaterThan(0);
}

/** Expects a notice with that title on the screen of the run. */
export const seeNotice = ({ page }: Pick<Stage, "page">, title: string): Promise<void> =>
  passUntilSeen(page, page.getByRole("note", { name: title, includeHidden: true }));

/** Expects that the run goes on, and that it counts no more files than are known: those whose call was not struck. */
export async function expectUnderWay({ page, engine, standin }: Scene): Promise<void> {
  const others = ids.filter((id) => !engine.struck.includes(id));
  const known = others.length;
  // In real time, or a busy machine would have the page's time run ahead of the server.
  await expect.poll(() => others.filter((id) => standin.store.media.get(id) !== undefined)).toEqual([]);
  await passUntilSeen(page, page.getByText(`${String(known)} of ${filesText(ids.length)}`, { exact: true }));
  await expect(page.getByRole("heading", { name: "Deleting", level: 1, includeHidden: true })).toBeAttached();
}

/** Lets time pass in the page until the run has ended, in steps of a second. */
export async function finish({ page }: Pick<Stage, "page">): Promise<void> {
  await passUntilSeen(page, page.getByRole("heading", { name: "Results", level: 1 }), 1000);
}

/** Lets little time pass in the page until the fault has struck. */
export async function seeStruck({ page }: Pick<Stage, "page">, armed: Armed): Promise<void> {
  const hits = async () => {
    await page.clock.runFor(50);
    return armed.hits();
  };
  await expect.poll(hits, { message: "Calls that the fault has struck", intervals: [20] }).toBeGreaterThan(0);
}

/** Waits, in real time, until the server has none of the struck files any more. */
export const seeServerDone = ({ standin, engine }: Scene): Promise<void> =>
  expect
    .poll(() => engine.struck.filter((id) => standin.store.media.get(id) !== undefined), { intervals: [20] })
    .toEqual([]);
