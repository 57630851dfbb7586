import { expect, test } from "vitest";
import { paths, roomIdInPath, userIdInPath } from "./paths";

test("every URL of the app", () => {
  const search = new URLSearchParams({ a: "1" });
  expect([
    paths.home(),
    paths.login(),
    paths.users(),
    paths.users(search),
    paths.deleteAllOfUsers(search),
    paths.user("@ann:example.org"),
    paths.user("@ann:example.org", search),
    paths.deleteAllOfUser("@ann:example.org"),
    paths.cleanup(),
    paths.cleanupOfUsers(["@ann:example.org", "@bob:example.org"]),
    paths.cleanupReview(search),
    paths.run(),
    paths.lookup(search),
    paths.lookupMedia("mxc://example.org/abc"),
    paths.rooms(search),
    paths.room("!abc/%:example.org"),
    paths.remote(),
    paths.history(search),
    paths.quarantineChanges(),
    paths.historyEntry("abc-1"),
  ]).toEqual([
    "/",
    "/login",
    "/users",
    "/users?a=1",
    "/users/delete?a=1",
    "/users/%40ann%3Aexample.org",
    "/users/%40ann%3Aexample.org?a=1",
    "/users/%40ann%3Aexample.org/delete",
    "/cleanup",
    "/cleanup?owners=%40ann%3Aexample.org+%40bob%3Aexample.org",
    "/cleanup/review?a=1",
    "/run",
    "/lookup?a=1",
    "/lookup?media=mxc%3A%2F%2Fexample.org%2Fabc",
    "/rooms?a=1",
    "/rooms/!abc%2F%25%3Aexample.org",
    "/remote",
    "/history?a=1",
    "/quarantine",
    "/history/abc-1",
  ]);
});

test.each(["@ann:example.org", "@a/b%2F?#ü:example.org:8448", "@%25:h"])("%s comes back out of its path", (userId) => {
  expect(userIdInPath(paths.user(userId))).toBe(userId);
  expect(userIdInPath(paths.deleteAllOfUser(userId))).toBe(userId);
});

test("a room comes back out of its path", () => {
  expect(roomIdInPath(paths.room("!a/b%2F?#:h"))).toBe("!a/b%2F?#:h");
  expect(roomIdInPath("/rooms")).toBeNull();
});

test("a path of no user, or one that is broken, names none", () => {
  expect(userIdInPath("/users")).toBeNull();
  expect(userIdInPath("/users/%E0%A4%A")).toBeNull();
});
