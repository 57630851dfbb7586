import { expect, test } from "vitest";
import { isRoomAlias, isRoomId, serverNameOfAlias } from "./matrix-id";

test.each(["!abc:example.org", "!a:localhost:8448", `!${"a".repeat(43)}`])("%s is a room ID", (text) => {
  expect([isRoomId(text), isRoomAlias(text)]).toEqual([true, false]);
});

test.each(["#lobby:example.org", "#two words:h", "#ü:[::1]:8448"])("%s is a room alias", (text) => {
  expect([isRoomId(text), isRoomAlias(text)]).toEqual([false, true]);
});

test.each(["", "lobby", "#lobby", "#lobby:", "!abc", "!abc:", "!a b:h", "@ann:example.org", "mxc://h/a"])(
  "%s is neither, or not yet whole",
  (text) => {
    expect([isRoomId(text), isRoomAlias(text)]).toEqual([false, false]);
  },
);

test("the server of an alias is all behind its first colon", () => {
  expect(["#lobby:example.org", "#ü:[::1]:8448", "#lobby:", "!abc:h"].map(serverNameOfAlias)).toEqual([
    "example.org",
    "[::1]:8448",
    null,
    null,
  ]);
});
