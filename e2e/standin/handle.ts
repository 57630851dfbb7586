import { ConnectionDropped, Refusal, addServerHeaders, internalError, refusalAnswer } from "./answer";
import { applyFault } from "./apply-fault";
import { authRoutes } from "./auth";
import type { Clock } from "./clock";
import { contentRoutes } from "./content";
import { type Fault, FaultQueue, type Faults, chaosFault } from "./faults";
import { Hangs } from "./hangs";
import { lackingRoutes } from "./lacking";
import { mediaRoutes } from "./media";
import type { NullOrder } from "./order";
import { Params } from "./params";
import { quarantineRoutes } from "./quarantine";
import { createRandom } from "./random";
import { remoteMediaRoutes } from "./remote-media";
import { RequestLog, type SeenRequest } from "./request-log";
import { roomMediaRoutes } from "./room-media";
import { roomRoutes } from "./rooms";
import { type Answer, type Router, createRouter } from "./route";
import { type Scenario, seed } from "./seed";
import { serverRoutes } from "./server";
import type { Server } from "./server-state";
import { statisticsRoutes } from "./statistics";
import type { Store } from "./store";
import { uploadRoutes } from "./upload";
import { userMediaRoutes } from "./user-media";
import { userRoutes } from "./users";

export interface StandinOptions {
  /** What the homeserver holds at first; "demo" unless given. */
  readonly scenario?: Scenario;
  /** In ms since 1970; the real time unless given. Scenarios are laid out backwards from this moment. */
  readonly now?: Clock;
  /** "standin.example" unless given. */
  readonly serverName?: string;
  /** The version it reports and behaves like, 1.23 or newer; "1.163.2" unless given. */
  readonly version?: string;
  /** Where NULLs go in an order, and whether some flags are 0 and 1: as on SQLite unless given. */
  readonly nullOrder?: NullOrder;
  /** What `.well-known/matrix/client` announces; without it that path is a 404. */
  readonly publicBaseUrl?: string;
  /** How many files a second a deletion gets through; as fast as it goes unless given. Synapse does 250 to 550. */
  readonly filesPerSecond?: number;
  /** The chaos switch: which share of requests fails in some way, 0 (the default) to 1. */
  readonly chaos?: number;
}

/** A homeserver in one function. */
export interface Standin {
  /** Answers a request. Rejects with ConnectionDropped where there is to be no answer. */
  handle(request: Request): Promise<Response>;
  readonly serverName: string;
  readonly version: string;
  /** The homeserver itself. What it holds now: `server.store` is another object after each reset. */
  readonly server: Server;
  readonly store: Store;
  readonly faults: Faults;
  /** What has been asked since the last reset, preflights included. */
  readonly requests: readonly SeenRequest[];
  /** Starts anew with that scenario, or with the first one: no faults, no requests, no memory. */
  reset(scenario?: Scenario): void;
  /** Resolves when everything has ended that goes on without anybody waiting for it. */
  settled(): Promise<void>;
}

const routes = [
  ...serverRoutes,
  ...authRoutes,
  ...userRoutes,
  ...userMediaRoutes,
  ...statisticsRoutes,
  ...roomRoutes,
  ...roomMediaRoutes,
  ...remoteMediaRoutes,
  ...quarantineRoutes,
  ...mediaRoutes,
  ...uploadRoutes,
  ...contentRoutes,
  ...lackingRoutes,
];

/** A stand-in for a Synapse homeserver, with its own data, faults and records. */
export const createStandin = (options: StandinOptions = {}): Standin => new SeededStandin(options);

class SeededStandin implements Standin {
  readonly server: Server & { store: Store };
  readonly faults = new FaultQueue();
  readonly #options: StandinOptions;
  readonly #log = new RequestLog();
  readonly #hangs = new Hangs();
  readonly #background = new Set<Promise<unknown>>();
  readonly #chaos = createRandom("chaos");
  readonly #router: Router;

  constructor(options: StandinOptions) {
    this.#options = options;
    this.server = createServer(options);
    this.#router = createRouter(routes, this.server.version);
  }

  get serverName(): string {
    return this.server.name;
  }

  get version(): string {
    return this.server.version;
  }

  get store(): Store {
    return this.server.store;
  }

  get requests(): readonly SeenRequest[] {
    return this.#log.seen;
  }

  async handle(request: Request): Promise<Response> {
    const url = new URL(request.url);
    const { method } = request;
    this.#log.add(method, url);
    if (method !== "OPTIONS" && !API.test(url.pathname)) return noSuchResource();
    const fault = this.faults.take(method, url) ?? chaosFault(this.#chaos, this.#options.chaos ?? 0, method);
    const response = fault === null ? this.#withHeaders(await this.#answer(request)) : await this.#fail(fault, request);
    return method === "HEAD" ? new Response(null, response) : response;
  }

  reset(scenario: Scenario = this.#options.scenario ?? "demo"): void {
    this.server.store = seed(scenario, this.server);
    this.server.met.clear();
    this.faults.clear();
    this.#log.clear();
    this.#hangs.release();
  }

  async settled(): Promise<void> {
    await Promise.all(this.#background);
  }

  async #answer(request: Request, filesPerSecond = this.#options.filesPerSecond ?? null): Promise<Response> {
    // Every path has a preflight, without a token.
    if (request.method === "OPTIONS") return new Response(null, { status: 204 });
    const url = new URL(request.url);
    const params = new Params(url.searchParams, this.version);
    const call = { server: this.server, request, path: url.pathname, params, filesPerSecond };
    return answered(() => this.#router(call), this.version);
  }

  #fail(fault: Fault, request: Request): Promise<Response> {
    return applyFault(fault, {
      version: this.version,
      answer: (filesPerSecond) => this.#answer(request, filesPerSecond),
      withHeaders: (response) => this.#withHeaders(response),
      inBackground: (work) => this.#watch(work),
      hang: () => this.#hangs.hang(),
    });
  }

  #withHeaders(response: Response): Response {
    addServerHeaders(response, this.version);
    return response;
  }

  #watch(work: Promise<unknown>): void {
    const watched: Promise<unknown> = work.catch(() => undefined).finally(() => this.#background.delete(watched));
    this.#background.add(watched);
  }
}

function createServer(options: StandinOptions): Server & { store: Store } {
  const { scenario = "demo", now = Date.now, serverName = "standin.example", version = "1.163.2" } = options;
  const base = { name: serverName, version, now, nulls: options.nullOrder ?? "sqlite" };
  return {
    ...base,
    publicBaseUrl: options.publicBaseUrl ?? null,
    met: new Map(),
    store: seed(scenario, base),
  };
}

const API = /^\/(_matrix|_synapse|\.well-known\/matrix)\//;

/** What lies outside of the APIs is answered by the web server beneath Synapse, in HTML and without CORS. */
const noSuchResource = (): Response =>
  new Response("<html><head><title>404 - No Such Resource</title></head></html>", {
    status: 404,
    headers: { "Content-Type": "text/html; charset=utf-8" },
  });

async function answered(run: () => Answer, version: string): Promise<Response> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof Refusal) return refusalAnswer(error, version);
    if (error instanceof SyntaxError) {
      return refusalAnswer(new Refusal(400, "M_NOT_JSON", "Content not JSON."), version);
    }
    if (error instanceof ConnectionDropped) throw error;
    console.error("The stand-in failed:", error);
    return refusalAnswer(internalError(), version);
  }
}
