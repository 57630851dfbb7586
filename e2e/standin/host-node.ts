import { type IncomingMessage, type Server, type ServerResponse, createServer } from "node:http";

import { ConnectionDropped } from "./answer";

type Handle = (request: Request) => Promise<Response>;

export interface NodeHost {
  /** Without a trailing slash, for instance "http://127.0.0.1:40123". */
  readonly url: string;
  /** Cuts all connections and stops listening. */
  close(): Promise<void>;
}

/** Serves a handler on the loopback address; on a free port unless told which. Rejects if the port is taken. */
export async function startNodeHost(handle: Handle, port = 0): Promise<NodeHost> {
  const server = createServer((request, response) => {
    // A browser repeats by itself what it sent over a connection that had answered before and then breaks; a spec is to
    // know how often a call is made, so each has a connection of its own.
    response.shouldKeepAlive = false;
    void serve(handle, request, response);
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  return { url: `http://127.0.0.1:${String(portOf(server))}`, close: () => close(server) };
}

/** Answers one request of node:http by a handler; a dropped one loses its connection. Never rejects. */
export async function serve(handle: Handle, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  try {
    await send(await handle(await requestOf(incoming)), outgoing);
  } catch (error) {
    if (!(error instanceof ConnectionDropped)) console.error("The stand-in failed:", error);
    outgoing.destroy();
  }
}

async function requestOf(incoming: IncomingMessage): Promise<Request> {
  const { method = "GET", url = "/", headers } = incoming;
  const pairs = Object.entries(headers).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, Array.isArray(value) ? value.join(", ") : value]],
  );
  const hasBody = method !== "GET" && method !== "HEAD" && method !== "OPTIONS";
  const body = hasBody ? await bodyOf(incoming) : null;
  return new Request(`http://${headers.host ?? "localhost"}${url}`, { method, headers: pairs, body });
}

async function bodyOf(incoming: IncomingMessage): Promise<Uint8Array<ArrayBuffer> | null> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of incoming) if (chunk instanceof Uint8Array) chunks.push(chunk);
  return chunks.length === 0 ? null : Uint8Array.from(Buffer.concat(chunks));
}

async function send(response: Response, outgoing: ServerResponse): Promise<void> {
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  if (response.body !== null) {
    for await (const chunk of response.body) {
      if (outgoing.destroyed) return;
      if (!outgoing.write(chunk)) await drained(outgoing);
    }
  }
  outgoing.end();
}

const drained = (outgoing: ServerResponse): Promise<void> =>
  new Promise((resolve) => {
    const go = () => {
      outgoing.off("drain", go).off("close", go);
      resolve();
    };
    outgoing.on("drain", go).on("close", go);
  });

/** Where a server listens. Throws where it does not. */
export function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The stand-in listens on no port.");
  return address.port;
}

const close = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
