import { describe, expect, test } from "vitest";
import type { LookFile } from "./look-file";
import { createLooks } from "./looks";
import type { Shown } from "./looks";

const file = (mediaId: string): LookFile => ({
  serverName: "h.example",
  mediaId,
  name: null,
  type: "image/png",
  sizeBytes: 1,
  quarantinedBy: null,
  lastAccessMs: null,
});

const wish = (mediaId: string) => ({ file: file(mediaId), size: "small", isAlone: true }) as const;

/** Looks whose fetches the spec answers by hand. */
function scene() {
  const under = new Map<string, { answer: (shown: Shown) => void; refuse: (error: unknown) => void }>();
  const aborted: string[] = [];
  const urls = new Set<string>();
  const looks = createLooks({
    fetch: ({ file: { mediaId } }, signal) =>
      new Promise((resolve, reject) => {
        signal.addEventListener("abort", () => {
          aborted.push(mediaId);
          reject(new DOMException("Stopped", "AbortError"));
        });
        under.set(mediaId, { answer: resolve, refuse: reject });
      }),
    createUrl: () => {
      const url = `blob:${String(Math.random())}`;
      urls.add(url);
      return url;
    },
    revokeUrl: (url) => urls.delete(url),
  });
  const settled = () => new Promise((resolve) => setTimeout(resolve));
  const answer = async (mediaId: string) => {
    under.get(mediaId)?.answer({ blob: new Blob(["x"]), kind: "picture" });
    await settled();
  };
  return { looks, under, aborted, urls, settled, answer };
}

describe("looking", () => {
  test("fetches four at a time, in order", async () => {
    const { looks, under, answer, settled } = scene();
    for (const id of ["a", "b", "c", "d", "e", "f"]) looks.open(wish(id));
    await settled();
    expect([...under.keys()]).toEqual(["a", "b", "c", "d"]);
    await answer("b");
    expect([...under.keys()]).toEqual(["a", "b", "c", "d", "e"]);
    expect(looks.of(file("b"), "small").status).toBe("shown");
    expect(looks.of(file("b"), "full").status).toBe("closed");
    expect(looks.of(file("f"), "small").status).toBe("fetching");
  });

  test("asks once for what is shown or on its way", async () => {
    const { looks, under, answer, settled } = scene();
    looks.open(wish("a"));
    await settled();
    const [first] = under.values();
    looks.open(wish("a"));
    await answer("a");
    looks.open(wish("a"));
    await settled();
    expect([...under.values()]).toEqual([first]);
  });

  test("that failed can be tried again", async () => {
    const { looks, under, answer, settled } = scene();
    looks.open(wish("a"));
    await settled();
    const error = new Error("No");
    under.get("a")?.refuse(error);
    await settled();
    expect(looks.of(file("a"), "small")).toEqual({ status: "failed", error });
    looks.open(wish("a"));
    await settled();
    await answer("a");
    expect(looks.of(file("a"), "small").status).toBe("shown");
  });
});

describe("a look that is closed", () => {
  test("revokes its URL", async () => {
    const { looks, urls, answer, settled } = scene();
    looks.open(wish("a"));
    looks.open(wish("b"));
    await settled();
    await answer("a");
    await answer("b");
    expect(urls.size).toBe(2);
    looks.keepOnly([file("b"), file("c")]);
    expect(urls.size).toBe(1);
    expect(looks.of(file("a"), "small").status).toBe("closed");
    looks.closeAll();
    expect(urls.size).toBe(0);
    expect(looks.get().size).toBe(0);
  });

  test("ends its fetching, or never begins it, and leaves its place to the next", async () => {
    const { looks, under, aborted, settled } = scene();
    for (const id of ["a", "b", "c", "d", "e", "f"]) looks.open(wish(id));
    await settled();
    looks.close(file("e"), "small");
    looks.close(file("a"), "small");
    await settled();
    expect(aborted).toEqual(["a"]);
    expect([...under.keys()]).toEqual(["a", "b", "c", "d", "f"]);
    expect(looks.of(file("a"), "small").status).toBe("closed");
  });

  test("and opened again is not answered by the fetch before", async () => {
    const { looks, under, settled, urls } = scene();
    looks.open(wish("a"));
    await settled();
    const before = under.get("a");
    looks.close(file("a"), "small");
    looks.open(wish("a"));
    await settled();
    before?.answer({ blob: new Blob(["old"]), kind: "picture" });
    await settled();
    expect(looks.of(file("a"), "small").status).toBe("fetching");
    expect(urls.size).toBe(0);
  });
});

test("what the browser cannot read is let go of and said", async () => {
  const { looks, urls, answer, settled } = scene();
  looks.open(wish("a"));
  await settled();
  await answer("a");
  const error = new Error("Broken");
  looks.fail(wish("a"), error);
  expect(looks.of(file("a"), "small")).toEqual({ status: "failed", error });
  expect(urls.size).toBe(0);
});
