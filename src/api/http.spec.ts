import * as v from "valibot";
import { describe, expect, test, vi } from "vitest";
import { DecodeError, HttpError, SessionEndedError, UnreachableError, isNotFound, isUnrecognized } from "./errors";
import { adminPath, createClient, decodeWith } from "./http";

const decode = decodeWith(v.object({ list: v.array(v.object({ n: v.number() })) }));
const call = { path: adminPath`v1/x`, decode };
const ok = () => Response.json({ list: [] });

function clientWith(answer: (request: Request) => Response | Promise<Response>, readTimeoutMs?: number) {
  const requests: Request[] = [];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    requests.push(request);
    return answer(request);
  };
  const options = { homeserver: "https://h.example/sub", scope: "s", token: () => "secret", fetch };
  return { client: createClient(readTimeoutMs === undefined ? options : { ...options, readTimeoutMs }), requests };
}

const failureOf = async (answer: (request: Request) => Response | Promise<Response>): Promise<unknown> =>
  clientWith(answer)
    .client.get(call)
    .then(
      () => null,
      (error: unknown) => error,
    );

describe("the address of a request", () => {
  test("every value of a path is percent-encoded", () => {
    expect(adminPath`v1/users/${"@a/b%?#ü:h"}/media`).toBe(
      "/_synapse/admin/v1/users/%40a%2Fb%25%3F%23%C3%BC%3Ah/media",
    );
  });

  test("a value that a browser would resolve is refused", () => {
    expect(() => adminPath`v1/media/${".."}`).toThrow(RangeError);
  });

  test("keeps the homeserver's own path, leaves out what is undefined, and never holds the token", async () => {
    const { client, requests } = clientWith(ok);
    await client.get({ ...call, search: { from: 0, until: undefined, keep: false } });
    expect(requests[0]?.url).toBe("https://h.example/sub/_synapse/admin/v1/x?from=0&keep=false");
    expect(requests[0]?.headers.get("Authorization")).toBe("Bearer secret");
  });

  test("an anonymous call sends no token", async () => {
    const { client, requests } = clientWith(ok);
    await client.get({ ...call, anonymous: true });
    expect(requests[0]?.headers.has("Authorization")).toBe(false);
  });
});

describe("an answer that is none", () => {
  test("nothing answers", async () => {
    const error = await failureOf(() => Promise.reject(new TypeError("Failed to fetch")));
    expect(error).toBeInstanceOf(UnreachableError);
    expect(error).toHaveProperty("silence", "nothing-answers");
  });

  test("something answers, but only to a request that reads nothing", async () => {
    const error = await failureOf((request) => {
      if (request.mode === "no-cors") return ok();
      throw new TypeError("Failed to fetch");
    });
    expect(error).toHaveProperty("silence", "hidden");
  });

  test("a read is given up after its timeout", async () => {
    const { client } = clientWith(
      (request) =>
        new Promise((_, reject) => {
          request.signal.addEventListener("abort", () => {
            reject(request.signal.reason);
          });
        }),
      5,
    );
    await expect(client.get(call)).rejects.toMatchObject({ silence: "timeout" });
  });

  test("the caller's own abort is no failure of the homeserver", async () => {
    const { client } = clientWith((request) => Promise.reject(request.signal.reason));
    await expect(client.get({ ...call, signal: AbortSignal.abort() })).rejects.toMatchObject({ name: "AbortError" });
  });
});

describe("a refusal", () => {
  test("carries Synapse's words and how long to wait", async () => {
    const body = { errcode: "M_LIMIT_EXCEEDED", error: "Too Many Requests", retry_after_ms: 1500 };
    const error = await failureOf(() => Response.json(body, { status: 429 }));
    expect(error).toMatchObject({ status: 429, words: "Too Many Requests", retryAfterMs: 1500 });
  });

  test("a proxy's own page has no errcode", async () => {
    const error = await failureOf(() => new Response("<html>", { status: 502 }));
    expect(error).toMatchObject({ status: 502, errcode: null, words: null });
  });

  test("a 401 of Synapse ends the session, a proxy's own 401 does not", async () => {
    const synapse = await failureOf(() => Response.json({ errcode: "M_UNKNOWN_TOKEN" }, { status: 401 }));
    const proxy = await failureOf(() => new Response("Authorization Required", { status: 401 }));
    expect(synapse).toBeInstanceOf(SessionEndedError);
    expect(proxy).toBeInstanceOf(HttpError);
  });

  test("an endpoint that is missing is told from a thing that is", async () => {
    const missing = await failureOf(() => Response.json({ errcode: "M_UNRECOGNIZED" }, { status: 404 }));
    const unknown = await failureOf(() => Response.json({ errcode: "M_NOT_FOUND" }, { status: 404 }));
    expect([isUnrecognized(missing), isNotFound(missing)]).toEqual([true, false]);
    expect([isUnrecognized(unknown), isNotFound(unknown)]).toEqual([false, true]);
  });

  test("is never retried", async () => {
    const answer = vi.fn(() => new Response("", { status: 503 }));
    await failureOf(answer);
    expect(answer).toHaveBeenCalledTimes(1);
  });
});

describe("a wrong shape", () => {
  test("is an error that names the place", async () => {
    const error = await failureOf(() => Response.json({ list: [{ n: 1 }, { n: "2" }] }));
    expect(error).toBeInstanceOf(DecodeError);
    expect(error).toHaveProperty("at", "list.1.n");
  });

  test("is told of an answer that is no JSON", async () => {
    expect(await failureOf(() => new Response("<html>"))).toBeInstanceOf(DecodeError);
  });
});

describe("content", () => {
  const content = { path: "/file" };

  test("comes as it is, with its type without parameters", async () => {
    const { client, requests } = clientWith(
      () => new Response("Hello", { headers: { "Content-Type": "Text/Plain; charset=UTF-8" } }),
    );
    const { blob, type } = await client.content(content);
    expect(type).toBe("text/plain");
    expect(await blob.text()).toBe("Hello");
    expect(requests[0]?.headers.get("Authorization")).toBe("Bearer secret");
    expect(requests[0]?.cache).toBe("no-store");
  });

  test("is of no type where the server names none", async () => {
    const { client } = clientWith(() => new Response(new Uint8Array([1])));
    expect((await client.content(content)).type).toBe("");
  });

  test("is refused as everything else is", async () => {
    const refusing = (status: number, errcode: string) =>
      clientWith(() => Response.json({ errcode, error: "No" }, { status })).client.content(content);
    await expect(refusing(404, "M_NOT_FOUND")).rejects.toSatisfy(isNotFound);
    await expect(refusing(401, "M_UNKNOWN_TOKEN")).rejects.toBeInstanceOf(SessionEndedError);
  });

  test("may take longer than a read, and ends when the caller gives up", async () => {
    vi.useFakeTimers();
    const giveUp = new AbortController();
    const { client } = clientWith(
      ({ signal }) =>
        new Promise<Response>((_resolve, reject) => {
          signal.addEventListener("abort", () => {
            reject(new DOMException("Stopped", "AbortError"));
          });
        }),
      1000,
    );
    const fetching = client.content({ ...content, signal: giveUp.signal });
    await vi.advanceTimersByTimeAsync(60_000);
    giveUp.abort();
    await expect(fetching).rejects.toHaveProperty("name", "AbortError");
    vi.useRealTimers();
  });
});
