import { expect, test } from "vitest";
import { describeError } from "./describe-error";
import {
  DecodeError,
  HttpError,
  ListChangedError,
  SessionEndedError,
  UnreachableError,
  UnsettledError,
} from "./errors";

const http = (status: number, errcode: string | null, words: string | null = null) =>
  new HttpError("https://h.example/x", { status, errcode, words, retryAfterMs: null });

test("each kind of failure reads differently", () => {
  const refusal = { status: 401, errcode: "M_UNKNOWN_TOKEN", words: null, retryAfterMs: null };
  const errors = [
    new UnreachableError("nothing-answers", "u"),
    new UnreachableError("hidden", "u"),
    new UnreachableError("timeout", "u"),
    new SessionEndedError(refusal),
    new DecodeError("media.3", "Expected number"),
    new ListChangedError("@ann:h.example"),
    new UnsettledError(),
    http(403, "M_FORBIDDEN"),
    http(404, "M_NOT_FOUND"),
    http(404, "M_UNRECOGNIZED"),
    http(400, "M_INVALID_PARAM"),
    http(429, "M_LIMIT_EXCEEDED"),
    http(500, "M_UNKNOWN"),
    http(504, null),
    new Error("a bug"),
  ];
  const titles = errors.map((error) => describeError(error).title);
  expect(new Set(titles).size).toBe(errors.length);
});

test("Synapse's own words are passed on as they are", () => {
  expect(describeError(http(400, "M_UNKNOWN", "Can only delete local media")).words).toBe(
    "Can only delete local media",
  );
});

test("a proxy's error names its status, since that is all there is", () => {
  expect(describeError(http(504, null)).title).toContain("504");
});
