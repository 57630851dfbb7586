import { createRandom } from "./random";
import { DAY_MS, KIB, type Scene, type SeededFile, ordinaryFile, pastMoment, putFile } from "./seed-media";
import type { Store } from "./store";

interface Files {
  readonly files: number;
  readonly made?: (file: SeededFile) => SeededFile;
}

const asItIs = (file: SeededFile): SeededFile => file;

const SPAN_MS = 5 * 365 * DAY_MS;

/** An account with that many ordinary files, or what is made of them. */
function addOwner(scene: Scene, localpart: string, { files, made = asItIs }: Files): void {
  const { name } = scene.store.addAccount(localpart, {
    displayname: localpart.replace("-", " "),
    creation_ts: scene.nowMs - SPAN_MS,
  });
  for (let left = files; left > 0; left -= 1) {
    putFile(scene, made(ordinaryFile(scene, name, pastMoment(scene, SPAN_MS))));
  }
}

const owner = (index: number): string => `owner-${String(index).padStart(6, "0")}`;

/** One user, `@hoarder`, with 50,000 files. Times in ms since 1970, as in all of them. */
export function seedLarge(store: Store, nowMs: number): void {
  addOwner({ store, nowMs, random: createRandom("large") }, "hoarder", { files: 50_000 });
}

/** 20,000 owners, `@owner-000001` and so on, with one to five files each. */
export function seedOwners(store: Store, nowMs: number): void {
  const scene = { store, nowMs, random: createRandom("owners") };
  for (let index = 1; index <= 20_000; index += 1) addOwner(scene, owner(index), { files: scene.random.between(1, 5) });
}

/** One in a hundred keeps 2,000 files of every kind; the others share the rest, and all of theirs are small. */
const COLLECTORS = { share: 0.01, files: 2000 } as const;
const FILES_PER_OWNER = 100;
const SMALL = { from: KIB, to: 90 * KIB } as const;

/**
 * 10,000 such owners with a million files, or fewer of both. As on real servers few people keep most of the bytes:
 * nobody else has 10 MB in all.
 */
export function seedMillion(store: Store, nowMs: number, files = 1_000_000): void {
  const scene = { store, nowMs, random: createRandom("million") };
  const owners = Math.ceil(files / FILES_PER_OWNER);
  const collectors = Math.ceil(owners * COLLECTORS.share);
  const small = (file: SeededFile) => ({ ...file, media_length: scene.random.between(SMALL.from, SMALL.to) });
  for (let index = 1; index <= collectors; index += 1) addOwner(scene, owner(index), { files: COLLECTORS.files });
  for (let index = collectors + 1; index <= owners; index += 1) {
    const share = Math.ceil((files - store.media.size) / (owners - index + 1));
    addOwner(scene, owner(index), { files: share, made: small });
  }
}
