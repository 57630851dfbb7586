import { DAY_MS, KIB, MIB, type SeededFile, putFile } from "./seed-media";
import type { Store } from "./store";

/** Localparts that must survive a path, a link, a table and a CSV file. */
const localparts: readonly (readonly [localpart: string, displayname: string | null])[] = [
  ["a/slash", "Slash / in the name"],
  ["50%", "100 % sure, 50%25 encoded"],
  ["what?", "Question?mark&amp"],
  ["hash#tag", "#hash"],
  ["space here", "  leading and trailing  "],
  ["ünïcödé", "Ünïcödé"],
  ["emoji-👩‍👩‍👧", "👩‍👩‍👧 family"],
  ["日本", "日本語の名前"],
  ["..", "Two dots"],
  ["html", "<img src=x onerror=alert(1)><b>bold</b>"],
  ["formula", '=HYPERLINK("http://example.org","click")'],
  ["bidi", "\u202Egnp.exe\u202C reversed"],
  ["rtl", "\u05D3\u05D5\u05D3 ABC \u05DB\u05D4\u05DF"],
  ["zalgo", "Z\u0351\u036B\u0343\u034B\u0300a\u0325\u033Bl\u0334g\u0321o\u0337"],
  ["long-name", "Long ".repeat(100)],
  ["x".repeat(240), null],
  ["newline", "two\nlines\tand a tab"],
  ["nothing", ""],
  ["null-name", null],
];

const fileNames: readonly (string | null)[] = [
  null,
  "",
  "<script>alert(1)</script>.png",
  "photo\u202Egpj.exe",
  'a/b\\c:d*e?f"g<h>i|j.txt',
  "../../etc/passwd",
  "=1+1.csv",
  "very ".repeat(100),
  "\u05E9\u05DC\u05D5\u05DD \u0645\u0631\u062D\u0628\u0627.pdf",
  "line\nbreak.txt",
  "🏳️‍🌈🧑🏽‍🚀.webp",
  "CON",
];

/** IDs that a client must encode; Synapse makes none of them, a migrated or foreign row may be anything. */
const mediaIds: readonly string[] = [
  "with/slash",
  "50%25",
  "q?u=1&v",
  "ha#sh",
  "ünï",
  "sp ace",
  "+plus",
  "delete",
  "%2F",
  "'quote\"",
];

/** Everything that is legal and unusual, and one user for each sentinel. Times in ms since 1970. */
export function seedAwkward(store: Store, nowMs: number): void {
  const put = (file: Omit<SeededFile, "created_ts"> & { daysAgo: number }) => {
    const { daysAgo, ...row } = file;
    return putFile({ store, nowMs }, { ...row, created_ts: nowMs - daysAgo * DAY_MS });
  };
  seedNames(store, put);
  seedTies(store, put);
  seedSentinels(store, put);
  // A row whose owner has no account, and one that has no owner at all.
  put({ media_id: "ownerless", user_id: store.userId("nobody-here"), media_length: 7 * MIB, daysAgo: 400 });
  put({ media_id: "noOwner", user_id: null, media_length: 2 * MIB, daysAgo: 400 });
  store.addAccount("erased", { deactivated: true, erased: true });
  put({ media_id: "ofErased", user_id: store.userId("erased"), media_length: MIB, daysAgo: 500 });
  store.addAccount("locked", { locked: true, displayname: "Locked" });
  put({ media_id: "ofLocked", user_id: store.userId("locked"), media_length: MIB, daysAgo: 500 });
  store.addAccount("only-reserved", { displayname: "Only reservations" });
  put({ media_id: "reservedOnly", user_id: store.userId("only-reserved"), daysAgo: 3 });
}

type Put = (file: Omit<SeededFile, "created_ts"> & { daysAgo: number }) => unknown;

function seedNames(store: Store, put: Put): void {
  for (const [index, [localpart, displayname]] of localparts.entries()) {
    const user_id = store.addAccount(localpart, { displayname }).name;
    put({
      media_id: `ofUser${String(index).padStart(3, "0")}`,
      user_id,
      media_type: "image/png",
      media_length: (index + 1) * 10 * KIB,
      upload_name: fileNames[index % fileNames.length] ?? null,
      daysAgo: 100 + index,
    });
  }
  const user_id = store.addAccount("odd-files", { displayname: "Odd files" }).name;
  for (const [index, media_id] of mediaIds.entries()) {
    put({ media_id, user_id, media_type: "image/png", media_length: KIB, upload_name: media_id, daysAgo: 200 + index });
  }
  for (const [index, upload_name] of fileNames.entries()) {
    put({
      media_id: `oddName${String(index).padStart(3, "0")}`,
      user_id,
      media_length: KIB,
      upload_name,
      daysAgo: 300,
    });
  }
  put({ media_id: "nullEverything", user_id, daysAgo: 300 });
  put({ media_id: "oddType", user_id, media_type: 'text/html; charset="x"<b>', media_length: 9, daysAgo: 300 });
  put({ media_id: "hugeLength", user_id, media_type: "video/mp4", media_length: 2 ** 40, daysAgo: 300 });
  put({ media_id: "accessedAtZero", user_id, media_length: KIB, last_access_ts: 0, daysAgo: 300 });
  put({ media_id: "fromTheFuture", user_id, media_length: KIB, daysAgo: -30 });
}

/** Rows that are equal in every column but the ID, so that only the tie-break orders them; every third is all null. */
function seedTies(store: Store, put: Put): void {
  const user_id = store.addAccount("ties", { displayname: "Ties" }).name;
  const alike = { media_type: "image/png", media_length: 4 * KIB, upload_name: "same.png" };
  for (let index = 0; index < 30; index += 1) {
    const row = index % 3 === 0 ? {} : alike;
    put({ ...row, media_id: `tie${String((index * 7) % 30).padStart(2, "0")}`, user_id, daysAgo: 250 });
  }
}

function seedSentinels(store: Store, put: Put): void {
  const user_id = store.addAccount("sentinels", { displayname: "Files that fail" }).name;
  for (const prefix of ["fail-500", "fail-403", "limit-429", "slow", "drop", "stuck", "gone"]) {
    const name = `${prefix}-example`;
    const file = { media_type: "image/png", media_length: MIB, upload_name: `${name}.png` };
    put({ ...file, media_id: name, user_id, daysAgo: 400 });
    const owner = store.addAccount(name, { displayname: `User of whom every call meets ${prefix}` }).name;
    for (let index = 1; index <= 3; index += 1) {
      put({ ...file, media_id: `ordinaryOf-${name}-${String(index)}`, user_id: owner, daysAgo: 400 });
    }
  }
}
