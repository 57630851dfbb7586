import * as fc from "fast-check";
import { expect, test } from "vitest";
import { MOST_IN_LINK, deleteUsersSearch } from "./delete-users-search";

const { parse, format } = deleteUsersSearch;
const anyUserId = fc.string({ unit: "grapheme", minLength: 1 }).map((text) => `@${text.replaceAll(":", "")}:x`);

test("users come back out of their link, in their order", () => {
  fc.assert(
    fc.property(fc.uniqueArray(anyUserId, { maxLength: MOST_IN_LINK }), (userIds) => {
      expect(parse(new URLSearchParams(format(userIds).toString()))).toEqual(userIds);
    }),
  );
});

test("too many for a link leave it empty, rather than name some of them", () => {
  const userIds = Array.from({ length: MOST_IN_LINK + 1 }, (_, index) => `@u${String(index)}:x`);
  expect(format(userIds).toString()).toBe("");
  expect(parse(format(userIds.slice(1)))).toHaveLength(MOST_IN_LINK);
});

test("what is no user ID is left out, and nobody is named twice", () => {
  expect(parse(new URLSearchParams("user=ann&user=@ann:x&user=&user=@ann:x&users=@bob:x"))).toEqual(["@ann:x"]);
});
