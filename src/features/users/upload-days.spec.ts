import { afterEach, describe, expect, test } from "vitest";
import { uploadRangeOf, whyNotRange } from "./upload-days";

const zoneBefore = process.env["TZ"];
afterEach(() => {
  process.env["TZ"] = zoneBefore ?? "UTC";
});

describe("the range sent to Synapse", () => {
  test("holds the whole of both days", () => {
    process.env["TZ"] = "Europe/Berlin";
    expect(uploadRangeOf({ from: "2025-03-01", until: "2025-03-01" })).toEqual({
      fromMs: Date.parse("2025-02-28T23:00:00Z"),
      untilMs: Date.parse("2025-03-01T22:59:59.999Z"),
    });
  });

  test("knows days of 23 hours, and days without a midnight", () => {
    process.env["TZ"] = "Europe/Berlin";
    const spring = uploadRangeOf({ from: "2025-03-30", until: "2025-03-30" });
    expect((spring.untilMs ?? 0) + 1 - (spring.fromMs ?? 0)).toBe(23 * 3_600_000);
    process.env["TZ"] = "America/Sao_Paulo";
    expect(uploadRangeOf({ from: "2018-11-04", until: null }).fromMs).toBe(Date.parse("2018-11-04T03:00:00Z"));
  });

  test("is open where no day is chosen, and never negative", () => {
    expect(uploadRangeOf({ from: null, until: null })).toEqual({ fromMs: null, untilMs: null });
    expect(uploadRangeOf({ from: "1960-01-01", until: "1960-01-02" })).toEqual({ fromMs: 0, untilMs: 1 });
  });

  test("is refused only where it ends before it begins", () => {
    expect(whyNotRange({ from: "2025-03-02", until: "2025-03-01" })).not.toBeNull();
    expect(whyNotRange({ from: "2025-03-01", until: "2025-03-01" })).toBeNull();
    expect(whyNotRange({ from: null, until: "2025-03-01" })).toBeNull();
  });
});
