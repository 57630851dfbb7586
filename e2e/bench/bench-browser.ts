import { type Browser, type Page, chromium } from "@playwright/test";

import { createApp } from "../fixtures/app";
import { PageGuard } from "../fixtures/page-guard";
import { type StaticHost, startStaticHost } from "../fixtures/static-host";
import { findBrowser } from "../tools/browser";
import { launchOptionsOf } from "../tools/browser-launch";
import type { ServerUnderTest } from "./server-under-test";

/** The built app and a browser; each page has a profile of its own, so that nothing is left of the one before. */
export interface BenchBrowser {
  /** Where it comes from, and its version. */
  readonly origin: string;
  /** A page of the app's origin with nothing in it. */
  emptyPage(): Promise<Page>;
  /** A page in which the server's admin is signed in; `open` loads a screen of the app in it. */
  appPage(server: ServerUnderTest): Promise<AppPage>;
  close(): Promise<void>;
}

export interface AppPage {
  readonly page: Page;
  open(hash: string): Promise<void>;
}

/** Starts both. The caller closes it. Throws NoBrowserError, and if the app has not been built. */
export async function startBenchBrowser(): Promise<BenchBrowser> {
  const { origin, launch } = await findBrowser();
  const browser = await chromium.launch(launchOptionsOf(launch));
  const host = await startStaticHost();
  return {
    origin: `${origin}, ${browser.version()}`,
    emptyPage: async () => {
      const page = await newPage(browser);
      await page.goto(host.emptyUrl);
      return page;
    },
    appPage: (server) => appPage(browser, host, server),
    close: async () => {
      await browser.close();
      await host.close();
    },
  };
}

async function appPage(browser: Browser, host: StaticHost, server: ServerUnderTest): Promise<AppPage> {
  const page = await newPage(browser);
  const app = createApp(page, { host, homeserver: server, guard: new PageGuard([host.appUrl, server.baseUrl]) });
  await app.signIn();
  return { page, open: (hash) => app.open(hash) };
}

/** In the zone and language in which `helpers/wizard.ts` writes what the app is to show. */
async function newPage(browser: Browser): Promise<Page> {
  const page = await browser.newPage({ timezoneId: "Europe/Berlin", locale: "en-GB", reducedMotion: "reduce" });
  // tsx has every function tell its name through this, also those that are sent into the page.
  await page.addInitScript("globalThis.__name = (named) => named");
  return page;
}

/** Closes the page and the profile it had to itself. */
export const discard = (page: Page): Promise<void> => page.context().close();
