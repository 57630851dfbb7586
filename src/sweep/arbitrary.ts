import * as fc from "fast-check";
import type { FakeRow } from "./fake-synapse";
import type { Rule } from "./rule";

/** A time in ms from a few neighbours, so that ties and cuts on the very moment happen often. */
const moment = fc.integer({ min: 0, max: 12 }).map((step) => 1_700_000_000_000 + step);

/** Any table of media, sizes in bytes with nulls, zeros and ties. */
export const anyRows: fc.Arbitrary<FakeRow[]> = fc
  .array(
    fc.record({
      user_id: fc.constantFrom("@ann:fake", "@bob:fake", "@Ünï/%:fake"),
      created_ts: moment,
      last_access_ts: fc.option(moment),
      media_length: fc.option(fc.integer({ min: 0, max: 6 })),
      quarantined_by: fc.option(fc.constant("@admin:fake"), { freq: 8 }),
      safe_from_quarantine: fc.nat(9).map((value) => value === 0),
      worn: fc.nat(9).map((value) => value === 0),
    }),
    { maxLength: 40 },
  )
  .map((rows) =>
    rows.map(({ worn, ...row }, index) => ({
      ...row,
      media_id: `${worn ? "worn" : "id"}${String(index)}`,
      // A file is never fetched before it was uploaded.
      last_access_ts: row.last_access_ts === null ? null : Math.max(row.last_access_ts, row.created_ts),
    })),
  );

export const anyRule: fc.Arbitrary<Rule> = fc.record({
  beforeMs: moment,
  largerThanBytes: fc.integer({ min: 0, max: 5 }),
  keepAvatars: fc.boolean(),
});
