import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseMediaReference } from "./media-reference";
import { mxcOf } from "./mxc";

const name = { serverName: "example.org", mediaId: "AbC_1-x" };

describe("a file is named by", () => {
  test.each([
    "mxc://example.org/AbC_1-x",
    "  mxc://example.org/AbC_1-x\n",
    "MXC://example.org/AbC_1-x",
    "mxc://example.org/AbC_1-x#auto",
    "mxc://example.org/AbC_1-x?width=32",
    "https://matrix.example.org/_matrix/media/r0/download/example.org/AbC_1-x",
    "https://matrix.example.org/_matrix/media/v1/download/example.org/AbC_1-x/cat%20picture.png",
    "https://matrix.example.org/_matrix/media/v3/download/example.org/AbC_1-x?allow_remote=false",
    "http://127.0.0.1:8008/_matrix/media/v3/thumbnail/example.org/AbC_1-x?width=32&height=32&method=crop",
    "https://x/_matrix/client/v1/media/download/example.org/AbC_1-x",
    "https://x/_matrix/client/v1/media/download/example.org/AbC_1-x/a/b.png#top",
    "https://x/_matrix/client/v1/media/thumbnail/example.org/AbC_1-x?width=32",
    "https://x/_matrix/client/unstable/org.matrix.msc3916/media/download/example.org/AbC_1-x",
    "https://example.org/behind/a/proxy/_matrix/media/v3/download/example.org/AbC_1-x",
    "/_matrix/media/v3/download/example.org/AbC_1-x",
    "https://x/_matrix/media/v3/download/example%2Eorg/AbC%5F1-x",
  ])("%s", (text) => {
    expect(parseMediaReference(text)).toEqual({ kind: "media", name });
  });

  test("a server with a port, or an address", () => {
    for (const serverName of ["localhost:8448", "10.0.0.1", "[::1]:8448", "[2001:db8::1]"]) {
      expect(parseMediaReference(`mxc://${serverName}/x`)).toEqual({
        kind: "media",
        name: { serverName, mediaId: "x" },
      });
    }
  });

  test("its ID alone, dated ones of URL previews too", () => {
    expect(parseMediaReference(" AbC_1-x ")).toEqual({ kind: "id", mediaId: "AbC_1-x" });
    expect(parseMediaReference("2024-01-31_abc")).toEqual({ kind: "id", mediaId: "2024-01-31_abc" });
  });
});

describe("no file is named by", () => {
  test.each([
    ["", "empty"],
    ["   ", "empty"],
    ["https://matrix.to/#/!room:example.org/$event?via=example.org", "event"],
    ["https://matrix.to/#/%21room%3Aexample.org/%24event", "event"],
    ["$event", "event"],
    ["matrix:roomid/room:example.org/e/event", "event"],
    ["https://matrix.to/#/#lobby:example.org", "room"],
    ["#lobby:example.org", "room"],
    ["!room:example.org", "room"],
    ["matrix:r/lobby:example.org", "room"],
    ["https://matrix.to/#/@ann:example.org", "user"],
    ["@ann:example.org", "user"],
    ["https://example.org/cat.png", "other-link"],
    ["https://x/_matrix/media/v3/config", "other-link"],
    ["https://x/_matrix/media/v3/download/example.org", "other-link"],
    ["mxc://example.org", "other-link"],
    ["cat.png", "no-media-id"],
    ["two words", "no-media-id"],
    ["mxc://example.org/a b", "no-media-id"],
    ["mxc://exa mple.org/a", "no-media-id"],
    ["mxc://example.org/..", "no-media-id"],
    ["https://x/_matrix/media/v3/download/example.org/%E0%A4%A", "no-media-id"],
  ] as const)("%s", (text, why) => {
    expect(parseMediaReference(text)).toEqual({ kind: "none", why });
  });
});

const anyName = fc.record({
  serverName: fc.stringMatching(/^[a-z][a-z0-9.-]{0,20}(:[0-9]{1,5})?$/),
  mediaId: fc.stringMatching(/^[A-Za-z0-9_-]{1,40}$/),
});

test("whatever names a file in an mxc URI names it in every link", () => {
  const folders = ["media/r0", "media/v1", "media/v3", "client/v1/media"];
  const link = fc.record({
    folder: fc.constantFrom(...folders),
    what: fc.constantFrom("download", "thumbnail"),
    rest: fc.constantFrom("", "/name.png", "/%2F..%2F", "?width=1", "/a?b#c"),
  });
  fc.assert(
    fc.property(anyName, link, (named, { folder, what, rest }) => {
      const path = `${encodeURIComponent(named.serverName)}/${named.mediaId}${rest}`;
      const expected = { kind: "media", name: named };
      expect(parseMediaReference(mxcOf(named))).toEqual(expected);
      expect(parseMediaReference(`https://any.host/_matrix/${folder}/${what}/${path}`)).toEqual(expected);
    }),
  );
});

test("whatever is typed never throws, and what is taken makes an mxc URI that is taken again", () => {
  fc.assert(
    fc.property(fc.constantFrom("", "mxc://", "https://x/_matrix/media/v3/download/"), fc.string(), (start, rest) => {
      const found = parseMediaReference(start + rest);
      const again = found.kind === "media" ? parseMediaReference(mxcOf(found.name)) : found;
      expect(again).toEqual(found);
    }),
  );
});
