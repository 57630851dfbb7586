import { Refusal } from "./answer";
import { requesterOf, requireAdmin } from "./requester";
import type { Params } from "./params";
import { checkSentinels } from "./sentinels";
import type { Server } from "./server-state";
import type { Account } from "./store";
import { type Version, isSince } from "./version";

export type Method = "GET" | "POST" | "PUT" | "DELETE";

/** One request on its way to a handler. */
export interface Call<Name extends string = string> {
  readonly server: Server;
  readonly request: Request;
  readonly path: string;
  readonly params: Params;
  /** How many files a second a deletion gets through; null for as fast as it goes. */
  readonly filesPerSecond: number | null;
  /** Who asks. Throws Refusal without a valid token. */
  readonly requester: () => Account;
  /** A part of the path, decoded. */
  readonly segment: (name: Name) => string;
}

/** A call for work that has read its path already. */
export type Work = Omit<Call, "segment">;

export type Answer = Response | Promise<Response>;

export interface Route {
  readonly method: Method;
  readonly path: string;
  readonly access: "anyone" | "account" | "admin";
  /** First version that has it; before, the path is unknown. */
  readonly since?: Version;
  readonly run: (call: Call) => Answer;
}

type Names<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never;

/** A handler for one method of one path; `{name}` stands for a segment, which the handler can ask for by that name only, and a last `**` for anything or nothing. */
export const route = <const Path extends string>(
  definition: Omit<Route, "path" | "run"> & { readonly path: Path; readonly run: (call: Call<Names<Path>>) => Answer },
): Route => definition;

interface Entry {
  readonly pattern: RegExp;
  readonly names: readonly string[];
  readonly routes: Route[];
}

/** A call of which the path has not been read yet. */
type Incoming = Omit<Call, "requester" | "segment">;

export type Router = (call: Incoming) => Answer;

/**
 * A router over those routes. As in Synapse the path is matched while still encoded, the first path that matches
 * decides, and only then the method: a known path with another method is a 405.
 */
export function createRouter(routes: readonly Route[], version: string): Router {
  const entries = new Map<string, Entry>();
  for (const each of routes) {
    if (each.since !== undefined && !isSince(version, each.since)) continue;
    const entry = entries.get(each.path) ?? entryOf(each.path);
    entry.routes.push(each);
    entries.set(each.path, entry);
  }
  return (call) => {
    const method = call.request.method === "HEAD" ? "GET" : call.request.method;
    for (const { pattern, names, routes: known } of entries.values()) {
      const match = pattern.exec(call.path);
      const found = match === null ? undefined : known.find((each) => each.method === method);
      if (match !== null && found !== undefined) return dispatch(found, valuesOf(names, match), call);
      // Older ones looked on for another path with that method.
      if (match !== null && isSince(version, [1, 98])) throw unrecognized(405);
    }
    throw unrecognized(isSince(version, [1, 77]) ? 404 : 400);
  };
}

function dispatch(found: Route, values: ReadonlyMap<string, string>, call: Incoming): Answer {
  const full: Call = {
    ...call,
    requester: () => requesterOf(full),
    segment: (name) => values.get(name) ?? "",
  };
  if (found.access !== "anyone") full.requester();
  if (found.access === "admin") requireAdmin(full.requester());
  const checked = checkSentinels(full.server, found.method, [...values.values()]);
  return checked === null ? found.run(full) : checked.then(() => found.run(full));
}

const valuesOf = (names: readonly string[], match: RegExpExecArray): ReadonlyMap<string, string> =>
  new Map(names.map((name, index) => [name, decode(match[index + 1] ?? "")]));

const unrecognized = (status: number): Refusal => new Refusal(status, "M_UNRECOGNIZED", "Unrecognized request");

function entryOf(path: string): Entry {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? "");
  const source = path
    .replaceAll(".", String.raw`\.`)
    .replaceAll(/\{\w+\}/g, "([^/]*)")
    .replace(/\/\*\*$/, "(?:/.*)?");
  const pattern = new RegExp(`^${source}$`);
  return { pattern, names, routes: [] };
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
