import * as v from "valibot";

/** How `playwright.config.ts` learns of the browser that was found; holds a `BrowserLaunch` as JSON. */
export const LAUNCH_VARIABLE = "MEDIASWEEP_BROWSER_LAUNCH";

/** How to start a browser: its program, and what is added to the environment of that browser only. */
export const browserLaunch = v.object({
  executablePath: v.string(),
  env: v.optional(v.record(v.string(), v.string()), {}),
});
export type BrowserLaunch = v.InferOutput<typeof browserLaunch>;

/** Launch options for Playwright. */
export interface LaunchOptions {
  readonly executablePath?: string;
  readonly env?: Record<string, string>;
}

/**
 * Playwright gives a browser either our whole environment or exactly what it is told. It switches Chromium's sandbox
 * off by itself, without which root could not start it.
 */
export function launchOptionsOf({ executablePath, env }: BrowserLaunch): LaunchOptions {
  const inherited = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return { executablePath, env: { ...Object.fromEntries(inherited), ...env } };
}

/** The options that `LAUNCH_VARIABLE` holds, or none: then Playwright starts its own. Throws if it holds something else. */
export function launchOptionsFromEnvironment(): LaunchOptions {
  const text = process.env[LAUNCH_VARIABLE];
  return text === undefined ? {} : launchOptionsOf(v.parse(browserLaunch, JSON.parse(text)));
}
