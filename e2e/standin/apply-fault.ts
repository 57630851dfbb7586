import { ConnectionDropped, Refusal, forbidden, internalError, json, limited, refusalAnswer } from "./answer";
import { sleep } from "./clock";
import type { Fault, Loss, ProxyStatus } from "./faults";
import { unknownToken } from "./requester";

/** What a fault needs of the stand-in. */
export interface FaultTarget {
  readonly version: string;
  /** Carries the request out; a deletion at so many files a second, null for as fast as it goes. */
  readonly answer: (filesPerSecond?: number) => Promise<Response>;
  /** Adds the headers of the real server, CORS among them. */
  readonly withHeaders: (response: Response) => Response;
  /** Watches work that nobody waits for. */
  readonly inBackground: (work: Promise<unknown>) => void;
  /** Rejects when the stand-in is reset or closed, never resolves. */
  readonly hang: () => Promise<never>;
}

/** The answer to a request that this fault hits; rejects with ConnectionDropped where there is none. */
export async function applyFault(fault: Fault, target: FaultTarget): Promise<Response> {
  const { answer, withHeaders } = target;
  switch (fault.kind) {
    case "after":
      await answer();
      return lost(fault.loss);
    case "while":
      target.inBackground(answer(fault.filesPerSecond));
      return lost(fault.loss);
    case "drop":
      throw dropped();
    case "hang":
      return target.hang();
    case "slow":
      await sleep(fault.ms);
      return withHeaders(await answer());
    case "cut":
      return withHeaders(await halved(await answer()));
    case "malformed":
      return withHeaders(await torn(await answer()));
    case "no-cors":
      return await answer();
    case "unknown-token":
    case "expired-token":
    case "forbidden":
    case "unrecognized":
    case "limited":
    case "internal-error":
    case "proxy-page":
    case "not-json":
    case "wrong-shape":
      break;
  }
  return madeUp(fault, target);
}

type MadeUp = Exclude<Fault, { kind: "after" | "while" | "drop" | "hang" | "slow" | "cut" | "malformed" | "no-cors" }>;

/** Answers that need nothing of the real one. */
function madeUp(fault: MadeUp, { version, withHeaders }: FaultTarget): Response {
  const refusal = (error: Refusal) => withHeaders(refusalAnswer(error, version));
  switch (fault.kind) {
    case "unknown-token":
      return refusal(unknownToken(false));
    case "expired-token":
      return refusal(unknownToken(true));
    case "forbidden":
      return refusal(forbidden("You are not a server admin"));
    case "unrecognized":
      return refusal(new Refusal(404, "M_UNRECOGNIZED", "Unrecognized request"));
    case "limited":
      return refusal(limited(fault.retryAfterMs));
    case "internal-error":
      return refusal(internalError());
    case "proxy-page":
      return fault.cors ? withHeaders(proxyPage(fault.status)) : proxyPage(fault.status);
    case "not-json":
      return withHeaders(html(200, "<!doctype html><title>Welcome</title><div id=root></div>"));
    case "wrong-shape":
      break;
  }
  return withHeaders(json(fault.body ?? {}));
}

const reasons: Readonly<Record<ProxyStatus, string>> = {
  403: "Forbidden",
  404: "Not Found",
  413: "Request Entity Too Large",
  429: "Too Many Requests",
  500: "Internal Server Error",
  502: "Bad Gateway",
  503: "Service Temporarily Unavailable",
  504: "Gateway Time-out",
};

function proxyPage(status: ProxyStatus): Response {
  const title = `${String(status)} ${reasons[status]}`;
  return html(
    status,
    `<html><head><title>${title}</title></head><body><center><h1>${title}</h1></center></body></html>`,
  );
}

const html = (status: number, body: string): Response =>
  new Response(body, { status, headers: { "Content-Type": "text/html" } });

const dropped = (): ConnectionDropped => new ConnectionDropped("The stand-in drops this connection");

function lost(loss: Loss): Response {
  if (loss === "drop") throw dropped();
  return proxyPage(504);
}

/** The first half of the body, and then a broken connection. */
async function halved(whole: Response): Promise<Response> {
  const bytes = new Uint8Array(await whole.arrayBuffer());
  let isHalfSent = false;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (isHalfSent) controller.error(dropped());
      else controller.enqueue(bytes.subarray(0, Math.ceil(bytes.length / 2)));
      isHalfSent = true;
    },
  });
  const headers = new Headers(whole.headers);
  headers.set("Content-Length", String(bytes.length));
  return new Response(body, { status: whole.status, headers });
}

/** The first half of the body as the whole of it. */
async function torn(whole: Response): Promise<Response> {
  const text = await whole.text();
  return new Response(text.slice(0, text.length / 2), { status: whole.status, headers: whole.headers });
}
