import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import * as v from "valibot";

import { ADMIN_TOKEN } from "../standin/store";
import type { ServerUnderTest } from "./server-under-test";

/** What a rule selects, as the server counts it. */
const selected = v.object({ files: v.number(), bytes: v.number(), owners: v.number() });
export type Selected = v.InferOutput<typeof selected>;

/** What was asked of the server: requests without preflights, preflights, and rows of media in the answers. */
const seen = v.object({ requests: v.number(), preflights: v.number(), rows: v.number() });
export type Seen = v.InferOutput<typeof seen>;

const columns = v.object({ bytes: v.number() });
export type Columns = v.InferOutput<typeof columns>;

const started = v.object({ api: v.string(), control: v.string(), serverName: v.string() });

/** The stand-in with a million files, in a process of its own. */
export interface StandinServer extends ServerUnderTest {
  readonly files: number;
  readonly owners: number;
  /** What was asked since this was called last. */
  seen(): Promise<Seen>;
  /** How many bytes the files take by columns. */
  columns(): Promise<Columns>;
  selected(rule: { readonly beforeMs: number; readonly largerThanBytes: number }): Promise<Selected>;
}

const PROCESS = fileURLToPath(new URL("server-process.ts", import.meta.url));

/** Starts it with that many files of many owners, or with a hoarder of 50,000. The caller stops it. Throws if it ends before it is ready. */
export async function startStandinServer(rows: number | "hoarder"): Promise<StandinServer> {
  const seed = rows === "hoarder" ? ["--hoarder"] : ["--rows", String(rows)];
  const args = ["--max-old-space-size=8192", "--import", "tsx", PROCESS, ...seed];
  const child = spawn(process.execPath, args, { stdio: ["pipe", "pipe", "inherit"] });
  const ended = once(child, "close").then(() => Promise.reject(new Error("The stand-in ended before it was ready.")));
  const line = await Promise.race([once(createInterface(child.stdout), "line"), ended]);
  const { api, control, serverName } = v.parse(started, JSON.parse(String(line[0])));
  const ask = async <T>(path: string, schema: v.GenericSchema<unknown, T>): Promise<T> =>
    v.parse(schema, await (await fetch(control + path)).json());
  const all = await ask(selectedPath({ beforeMs: Date.now(), largerThanBytes: 0 }), selected);
  return {
    baseUrl: api,
    serverName,
    admin: { userId: `@admin:${serverName}`, accessToken: ADMIN_TOKEN },
    files: all.files,
    owners: all.owners,
    seen: () => ask("/seen", seen),
    columns: () => ask("/columns", columns),
    selected: (rule) => ask(selectedPath(rule), selected),
    stop: async () => {
      ended.catch(() => undefined);
      child.stdin.end();
      await once(child, "close");
    },
  };
}

const selectedPath = ({ beforeMs, largerThanBytes }: Parameters<StandinServer["selected"]>[0]): string =>
  `/selected?before=${String(beforeMs)}&larger=${String(largerThanBytes)}`;
