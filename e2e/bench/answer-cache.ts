import type { IncomingMessage, ServerResponse } from "node:http";

/** An answer as it went over the wire. */
interface Kept {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/**
 * Answers that are given once more as they were, to the same request with the same token. A homeserver that has to
 * put each page together would be what both the app and the loop wait for, and hide what the app adds.
 */
export class AnswerCache {
  readonly #kept = new Map<string, Kept>();

  /** Whether it could answer. */
  answer({ method, url, headers }: IncomingMessage, response: ServerResponse): boolean {
    const kept = this.#kept.get(keyOf(method, url, headers.authorization));
    if (kept === undefined) return false;
    response.writeHead(kept.status, { ...kept.headers, "Content-Length": kept.body.length }).end(kept.body);
    return true;
  }

  /** Keeps an answer, and returns one that can still be read. */
  async keep({ method, url, headers }: Request, response: Response): Promise<Response> {
    const { pathname, search } = new URL(url);
    const body = Buffer.from(await response.arrayBuffer());
    const { status } = response;
    this.#kept.set(keyOf(method, pathname + search, headers.get("authorization")), {
      status,
      headers: Object.fromEntries(response.headers),
      body,
    });
    return new Response(body.length === 0 ? null : body, response);
  }
}

const keyOf = (method = "", url = "", authorization: string | null = null): string =>
  `${method} ${authorization ?? ""} ${url}`;
