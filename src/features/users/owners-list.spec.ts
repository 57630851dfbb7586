import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { MediaOwner } from "../../api/statistics";
import { indexOwners, searchOwners, sortOwners, totalOf } from "./owners-list";
import { ownerOrders } from "./users-search";

const owner = (userId: string, displayName: string | null, files = 1, bytes = 1): MediaOwner => ({
  userId,
  displayName,
  files,
  bytes,
});

const ann = owner("@ann:example.org", "Ann Ångström", 3, 300);
const bob = owner("@bob:example.org", null, 2, 900);
const cat = owner("@cat:example.org", "日本語の名前", 9, 0);
const dan = owner("@DAN:example.org", "ann", 3, 300);
const everybody = [ann, bob, cat, dan];

const search = (text: string, owners = everybody) => searchOwners(indexOwners(owners, "en"), text, "en");
const ids = (owners: readonly MediaOwner[]) => owners.map(({ userId }) => userId);

describe("searching owners", () => {
  test("finds user IDs and display names in any case", () => {
    expect(search("ANN")).toEqual([ann, dan]);
    expect(search("@dan")).toEqual([dan]);
  });

  test("finds other scripts, and the same letter written in another way", () => {
    expect(search("日本")).toEqual([cat]);
    expect(search("a\u030Angstro\u0308m")).toEqual([ann]);
    expect(search("\u212Bngstr")).toEqual([ann]);
  });

  test("ignores blanks around the text, and shows everybody for none", () => {
    expect(search("  bob ")).toEqual([bob]);
    expect(search("   ")).toEqual(everybody);
  });

  test("takes nothing in the text for a wildcard, and does not look across ID and name", () => {
    expect(search("%")).toEqual([]);
    expect(search("example.organn")).toEqual([]);
  });

  test("finds an owner by any word of their name, however it is written", () => {
    const word = fc.constantFrom("Ann", "Straße", "ΝΙΚΟΣ", "Ångström", "Иванов", "名前", "דוד", "ﬁsh");
    const form = fc.constantFrom("NFC", "NFD", "NFKC", "NFKD");
    fc.assert(
      fc.property(fc.array(word, { minLength: 1 }), fc.nat(), form, (words, at, writtenAs) => {
        const wanted = (words[at % words.length] ?? "").normalize(writtenAs);
        const index = [owner("@x:y", words.join(" ").normalize("NFD"))];
        expect(search(wanted, index)).toHaveLength(1);
        expect(search(wanted.toLowerCase(), index)).toHaveLength(1);
        expect(search(wanted.toUpperCase(), index)).toHaveLength(1);
      }),
    );
  });
});

describe("sorting owners", () => {
  const sorted = (sort: (typeof ownerOrders)[number], dir: "ascending" | "descending") =>
    ids(sortOwners(indexOwners(everybody, "en"), { sort, dir }, "en").map((entry) => entry.owner));

  test("by size and files, equals by user ID", () => {
    expect(sorted("size", "descending")).toEqual(ids([bob, ann, dan, cat]));
    expect(sorted("size", "ascending")).toEqual(ids([cat, ann, dan, bob]));
    expect(sorted("files", "descending")).toEqual(ids([cat, ann, dan, bob]));
  });

  test("by user ID, whatever its case", () => {
    expect(sorted("user", "ascending")).toEqual(ids([ann, bob, cat, dan]));
    expect(sorted("user", "descending")).toEqual(ids([dan, cat, bob, ann]));
  });

  test("by display name, those without one last in both directions", () => {
    expect(sorted("name", "ascending")).toEqual(ids([dan, ann, cat, bob]));
    expect(sorted("name", "descending")).toEqual(ids([cat, ann, dan, bob]));
  });

  test("loses and repeats nobody", () => {
    const anyOwner = fc.record({
      userId: fc.string(),
      displayName: fc.option(fc.string()),
      files: fc.nat(3),
      bytes: fc.nat(3),
    });
    const owners = fc.uniqueArray(anyOwner, { selector: ({ userId }) => userId });
    fc.assert(
      fc.property(
        owners,
        fc.constantFrom(...ownerOrders),
        fc.constantFrom("ascending", "descending"),
        (list, sort, dir) => {
          const result = sortOwners(indexOwners(list, "en"), { sort, dir }, "en").map((entry) => entry.owner);
          expect(new Set(result)).toEqual(new Set(list));
          const again = sortOwners(indexOwners(list.toReversed(), "en"), { sort, dir }, "en");
          expect(again.map((entry) => entry.owner)).toEqual(result);
        },
      ),
    );
  });
});

test("sums add up", () => {
  expect(totalOf(everybody)).toEqual({ users: 4, files: 17, bytes: 1500 });
});
