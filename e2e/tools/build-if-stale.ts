import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";

import { PROJECT_FOLDER, runTool } from "./run-tool";

const SOURCES = ["src", "public", "index.html", "vite.config.ts", "package-lock.json", "tsconfig.json"];

/** Builds the app unless `dist` is newer than everything it is made of. Throws if the build fails. */
export async function buildIfStale(): Promise<void> {
  const [builtMs, changedMs] = [await newestMs("dist/index.html"), await newestOf(SOURCES)];
  if (builtMs > changedMs) return;
  if ((await runTool(["vite", "build", "--logLevel", "warn"])) !== 0) throw new Error("The app cannot be built.");
}

async function newestOf(paths: readonly string[]): Promise<number> {
  return Math.max(0, ...(await Promise.all(paths.map(newestMs))));
}

/** When a file, or any file in a folder, was last changed, in ms since 1970; 0 where there is none. */
async function newestMs(path: string): Promise<number> {
  const found = await stat(join(PROJECT_FOLDER, path)).catch(() => null);
  if (found === null) return 0;
  if (!found.isDirectory()) return found.mtimeMs;
  const names = await readdir(join(PROJECT_FOLDER, path));
  // The folder itself changes when a file in it is removed.
  return Math.max(found.mtimeMs, await newestOf(names.map((name) => join(path, name))));
}
