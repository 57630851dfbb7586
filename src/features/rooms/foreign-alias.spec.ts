import { expect, test } from "vitest";
import { HttpError } from "../../api/errors";
import { describeSearch, foreignServerOf } from "./foreign-alias";

test("only aliases of other servers are asked of these", () => {
  const texts = ["#lobby:e", "#lobby:example.org", "#lobby", "lobby", "!abc:e", ""];
  expect(texts.map((text) => foreignServerOf(text, "example.org"))).toEqual(["e", null, null, null, null, null]);
});

test("a 502 of Synapse's own is the other server's silence, any other failure itself", () => {
  const error = (status: number, errcode: string | null) =>
    new HttpError("/", { status, errcode, words: "Failed to fetch alias", retryAfterMs: null });
  expect(describeSearch(error(502, "M_UNKNOWN"), "e")).toMatchObject({
    title: "The alias's own server does not answer: e",
    words: "Failed to fetch alias",
  });
  expect(describeSearch(error(502, "M_UNKNOWN"), null).title).toBe("Synapse reports an error of its own");
  expect(describeSearch(error(502, null), "e").title).toBe("A proxy in front of Synapse answered with status 502");
  expect(describeSearch(error(500, "M_UNKNOWN"), "e").title).toBe("Synapse reports an error of its own");
});
