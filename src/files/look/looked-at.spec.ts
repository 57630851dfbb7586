import { expect, test } from "vitest";
import { createLookMemory } from "./looked-at";

const file = (lastAccessMs: number | null) => ({
  serverName: "h.example",
  mediaId: "a",
  name: null,
  type: "image/png",
  sizeBytes: 1,
  quarantinedBy: null,
  lastAccessMs,
});

test("the time from before the first look stays, whatever the list says later", () => {
  const memory = createLookMemory();
  expect(memory.of(file(5))).toBeNull();
  memory.note(file(5), 1000);
  memory.note(file(1000), 2000);
  expect(memory.of(file(2000))).toEqual({ beforeMs: 5, lookedMs: 1000 });
  memory.clear();
  expect(memory.of(file(5))).toBeNull();
});

test("a look that Synapse did not count is taken back, one before it is not", () => {
  const memory = createLookMemory();
  memory.note(file(null), 1000)();
  expect(memory.of(file(null))).toBeNull();
  memory.note(file(null), 1000);
  memory.note(file(null), 2000)();
  expect(memory.of(file(null))).toEqual({ beforeMs: null, lookedMs: 1000 });
});
