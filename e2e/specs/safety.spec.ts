import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";

import { expect, test } from "../fixtures/test";
import { ADMIN_TOKEN, USER_TOKEN } from "../standin/store";
import { PROJECT_FOLDER } from "../tools/run-tool";

/** Rules of the repository that no compiler and no linter holds. */

/** All files below a folder of the project, with their paths from its root. */
async function filesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(join(PROJECT_FOLDER, folder), { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(PROJECT_FOLDER.length));
}

const textOf = (path: string): Promise<string> => readFile(join(PROJECT_FOLDER, path), "utf8");

/** Source that people write: not what tools left behind. */
const sources = async (): Promise<readonly string[]> =>
  [...(await filesBelow("src")), ...(await filesBelow("e2e"))].filter(
    (path) => !path.startsWith("e2e/results/") && /\.(tsx?|css|py|md)$/.test(path),
  );

test.describe("the repository", () => {
  test("has no folder and no file at its top but those that are agreed", async () => {
    const ignored = new Set((await textOf(".gitignore")).split("\n").map((line) => line.replace(/\/$/, "")));
    const entries = await readdir(PROJECT_FOLDER, { withFileTypes: true });
    // Editors and tools keep their own things behind a dot.
    const ours = entries.filter(({ name }) => !name.startsWith(".") && !ignored.has(name));
    const namesOf = (isFolder: boolean) =>
      ours.filter((entry) => entry.isDirectory() === isFolder).map(({ name }) => name);
    expect(namesOf(true).toSorted()).toEqual(["e2e", "public", "src"]);
    const files = new Set([
      "Dockerfile",
      "LICENSE",
      "README.md",
      "index.html",
      "package-lock.json",
      "package.json",
      "tsconfig.json",
      "vite.config.ts",
    ]);
    expect(namesOf(false).filter((name) => !files.has(name) && !name.endsWith(".log"))).toEqual([]);
  });

  test("has no file of more than 300 lines", async () => {
    const long: string[] = [];
    for (const path of await sources()) {
      const lines = (await textOf(path)).trimEnd().split("\n").length;
      if (lines > 300) long.push(`${path}: ${String(lines)}`);
    }
    expect(long).toEqual([]);
  });

  test("gives a reason wherever it silences a tool", async () => {
    const silencer = /(?:oxlint|eslint)-disable|@ts-(?:ignore|expect-error|nocheck)|prettier-ignore|noqa|type: ignore/;
    const silent: string[] = [];
    for (const path of (await sources()).filter((name) => name !== "e2e/specs/safety.spec.ts")) {
      for (const [index, line] of (await textOf(path)).split("\n").entries()) {
        // Lists laid out by hand explain themselves.
        if (!silencer.test(line) || / -- \S/.test(line) || line.endsWith("; // prettier-ignore")) continue;
        silent.push(`${path}:${String(index + 1)}: ${line.trim()}`);
      }
    }
    expect(silent).toEqual([]);
  });

  const layers = ["lib", "api", "sweep", "session", "queries", "ui", "deletion", "files", "features", "app"];
  test("tells of each layer what lives there, in at most ten lines", async () => {
    const folders = await readdir(join(PROJECT_FOLDER, "src"), { withFileTypes: true });
    const names = folders.filter((entry) => entry.isDirectory()).map(({ name }) => name);
    expect(names.toSorted()).toEqual(layers.toSorted());
    for (const path of [...layers.map((layer) => `src/${layer}/README.md`), "e2e/README.md"]) {
      const text = (await textOf(path)).trim();
      expect(text, path).toMatch(/import/i);
      expect(text.split("\n").length, path).toBeLessThanOrEqual(10);
    }
  });

  test("has names in kebab-case, and none that says nothing", async () => {
    const vague = /^(utils?|helpers?|common|types|index|misc)\.tsx?$/;
    const names = (await sources()).map((path) => ({ path, name: path.split("/").at(-1) ?? "" }));
    const odd = names.filter(({ name }) => vague.test(name) || !/^([a-z0-9-]+(\.[a-z0-9-]+)*|README)\.\w+$/.test(name));
    expect(odd.map(({ path }) => path)).toEqual([]);
  });
});

test.describe("what is served", () => {
  const secrets = [ADMIN_TOKEN, USER_TOKEN];

  test("holds no token, and nothing of the stand-in", async () => {
    const traces = [...secrets, "standin", "stand-in", "e2e/", "example.org/cover.jpg"];
    for (const path of [...(await filesBelow("dist")), ...(await filesBelow("public")), "index.html"]) {
      const text = await textOf(path);
      const held = traces.filter((trace) => text.includes(trace));
      expect(held, path).toEqual([]);
      expect(text, path).not.toMatch(/\b(syt|mat|mct)_[A-Za-z0-9]{6,}/);
    }
  });

  test("asks for its own files alone, wherever it lies", async () => {
    const html = await textOf("dist/index.html");
    const links = [...html.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, link]) => link ?? "");
    expect(links.length).toBeGreaterThan(1);
    expect(links.filter((link) => !link.startsWith("./"))).toEqual([]);
    const styles = (await filesBelow("dist")).filter((path) => path.endsWith(".css"));
    for (const path of styles) {
      const urls = [...(await textOf(path)).matchAll(/url\(["']?([^"')]*)/g)].map(([, url]) => url ?? "");
      expect(
        urls.filter((url) => !url.startsWith("data:") && !url.startsWith("./")),
        path,
      ).toEqual([]);
    }
  });

  test("forbids everything but its own scripts and the homeserver", async ({ page, app, guard }) => {
    guard.expectErrors(/Content Security Policy/);
    await app.open();
    const policy = page.locator("meta[http-equiv=Content-Security-Policy]");
    await expect(policy).toHaveAttribute("content", /^default-src 'none'; script-src 'self';/);
    await expect(policy).toHaveAttribute("content", /; img-src 'self' data: blob:; media-src blob:; /);
    await expect(policy).not.toHaveAttribute("content", /unsafe-eval|script-src[^;]*(unsafe-inline|\*|https?:)/);
    expect(await page.evaluate(runForeignScripts)).toEqual({ inline: false, handler: false });
  });
});

/** Runs in the page: whether a script that somebody smuggled in would run. */
async function runForeignScripts(): Promise<{ readonly inline: boolean; readonly handler: boolean }> {
  const script = document.createElement("script");
  script.textContent = "document.title = 'smuggled in'";
  document.head.append(script);
  const inline = document.title === "smuggled in";
  const button = document.createElement("button");
  button.setAttribute("onclick", "document.title = 'smuggled in'");
  document.body.append(button);
  button.click();
  return { inline, handler: document.title === "smuggled in" };
}
