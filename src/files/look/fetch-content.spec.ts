import { describe, expect, test } from "vitest";
import { createClient } from "../../api/http";
import { isNotFound } from "../../api/errors";
import { fetchShown, fetchWhole } from "./fetch-content";
import { UnsafeTypeError } from "./look-errors";
import type { LookFile } from "./look-file";
import { createLookMemory } from "./looked-at";

const file = (part: Partial<LookFile> = {}): LookFile => ({
  serverName: "h.example",
  mediaId: "a",
  name: "cat.png",
  type: "image/png",
  sizeBytes: 1,
  quarantinedBy: null,
  lastAccessMs: 5,
  ...part,
});

const content = (type: string) => new Response("x", { headers: { "Content-Type": type } });
const refusal = (status: number, errcode: string) => Response.json({ errcode, error: "No" }, { status });

/** A homeserver that answers by what is asked for: "thumbnail" or "download". */
function scene(answers: Partial<Record<"thumbnail" | "download", () => Response>>) {
  const asked: string[] = [];
  const memory = createLookMemory();
  const fetch: typeof globalThis.fetch = (input, init) => {
    const { pathname, search } = new URL(new Request(input, init).url);
    const what = pathname.includes("/thumbnail/") ? "thumbnail" : "download";
    asked.push(what + (search.includes("bypass") ? " past quarantine" : ""));
    return Promise.resolve(answers[what]?.() ?? refusal(404, "M_NOT_FOUND"));
  };
  const client = createClient({ homeserver: "https://h.example", scope: "s", token: () => "t", fetch });
  const notAsked = () => Promise.reject(new Error("Nothing has to be waited for"));
  const patience = {
    wait: notAsked,
    untilRenewed: notAsked,
    untilOnline: notAsked,
    isOnline: () => true,
    nowMs: () => 0,
  };
  const deps = { client, patience, memory, serverVersion: "1.163.2", nowMs: () => 1000 };
  return { deps, asked, memory, signal: new AbortController().signal };
}

const NO_THUMBNAIL = () => refusal(400, "M_UNKNOWN");

describe("what is fetched", () => {
  test("is a thumbnail where there is one, else nothing unless this very file was asked for", async () => {
    const { deps, asked, signal } = scene({ thumbnail: NO_THUMBNAIL, download: () => content("image/png") });
    await expect(fetchShown({ file: file(), size: "small", isAlone: false }, deps, signal)).rejects.toHaveProperty(
      "status",
      400,
    );
    expect(asked).toEqual(["thumbnail"]);
    const { kind, blob } = await fetchShown({ file: file(), size: "small", isAlone: true }, deps, signal);
    expect([kind, blob.type]).toEqual(["picture", "image/png"]);
    expect(asked).toEqual(["thumbnail", "thumbnail", "download"]);
  });

  test("is the file itself where an older version answers 404 for want of a thumbnail, and the refusal where it is gone", async () => {
    const { deps, asked, signal } = scene({ download: () => content("image/png") });
    await fetchShown({ file: file(), size: "middle", isAlone: true }, deps, signal);
    expect(asked).toEqual(["thumbnail", "download"]);
    const gone = scene({});
    const wish = { file: file(), size: "middle", isAlone: true } as const;
    await expect(fetchShown(wish, gone.deps, gone.signal)).rejects.toHaveProperty("status", 404);
  });

  test("is the file itself where Synapse makes no thumbnails, or where it is asked for", async () => {
    const { deps, asked, signal } = scene({ download: () => content("image/avif") });
    await fetchShown({ file: file({ type: "image/avif" }), size: "middle", isAlone: true }, deps, signal);
    await fetchShown({ file: file(), size: "full", isAlone: true }, deps, signal);
    expect(asked).toEqual(["download", "download"]);
  });

  test("of a quarantined file is the file itself, past its quarantine", async () => {
    const { deps, asked, signal } = scene({ download: () => content("image/png") });
    await fetchShown({ file: file({ quarantinedBy: "system" }), size: "middle", isAlone: true }, deps, signal);
    expect(asked).toEqual(["download past quarantine"]);
  });
});

test.each(["image/svg+xml", "text/html", "video/mp4", ""])("an answer of type “%s” is no picture", async (type) => {
  const { deps, signal } = scene({ thumbnail: () => content(type) });
  const fetching = fetchShown({ file: file(), size: "small", isAlone: true }, deps, signal);
  await expect(fetching).rejects.toBeInstanceOf(UnsafeTypeError);
});

describe("the access time of before", () => {
  test("is remembered when the content came, also where there was no thumbnail", async () => {
    const { deps, memory, signal } = scene({ thumbnail: NO_THUMBNAIL });
    await fetchShown({ file: file(), size: "small", isAlone: false }, deps, signal).catch(() => null);
    expect(memory.of(file())).toEqual({ beforeMs: 5, lookedMs: 1000 });
  });

  test("is not where Synapse refused the download, which it does not count", async () => {
    const { deps, memory, signal } = scene({});
    await expect(fetchWhole(file(), deps, signal)).rejects.toSatisfy(isNotFound);
    expect(memory.of(file())).toBeNull();
  });

  test("is where it is not known what became of the download", async () => {
    const { deps, memory, signal } = scene({
      download: () => {
        throw new TypeError("Failed to fetch");
      },
    });
    await expect(fetchWhole(file(), deps, signal)).rejects.toHaveProperty("name", "UnreachableError");
    expect(memory.of(file())).toEqual({ beforeMs: 5, lookedMs: 1000 });
  });
});
