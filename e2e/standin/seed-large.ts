import { createRandom } from "./random";
import { DAY_MS, type Scene, ordinaryFile, pastMoment, putFile } from "./seed-media";
import type { Store } from "./store";

const SPAN_MS = 5 * 365 * DAY_MS;

/** An account with that many ordinary files. */
function addOwner(scene: Scene, localpart: string, files: number): void {
  const { name } = scene.store.addAccount(localpart, {
    displayname: localpart.replace("-", " "),
    creation_ts: scene.nowMs - SPAN_MS,
  });
  for (let left = files; left > 0; left -= 1) {
    putFile(scene, ordinaryFile(scene, name, pastMoment(scene, SPAN_MS)));
  }
}

const owner = (index: number): string => `owner-${String(index).padStart(6, "0")}`;

/** One user, `@hoarder`, with 50,000 files. Times in ms since 1970, as in all of them. */
export function seedLarge(store: Store, nowMs: number): void {
  addOwner({ store, nowMs, random: createRandom("large") }, "hoarder", 50_000);
}

/** 20,000 owners, `@owner-000001` and so on, with one to five files each. */
export function seedOwners(store: Store, nowMs: number): void {
  const scene = { store, nowMs, random: createRandom("owners") };
  for (let index = 1; index <= 20_000; index += 1) addOwner(scene, owner(index), scene.random.between(1, 5));
}

/** 1,000 such owners with 1,000 files each. */
export function seedMillion(store: Store, nowMs: number): void {
  const scene = { store, nowMs, random: createRandom("million") };
  for (let index = 1; index <= 1000; index += 1) addOwner(scene, owner(index), 1000);
}
