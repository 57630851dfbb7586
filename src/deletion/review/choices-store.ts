import { createStore } from "../../lib/store";
import type { Store } from "../../lib/store";
import type { Review } from "../../session/review";
import { RowSet } from "../../sweep/row-set";
import { choicesFor, choose } from "./review-choices";
import type { Choices } from "./review-choices";

const stores = new WeakMap<Review, Store<Choices>>();

/** The choices made for a review. They live as long as it does: looking at another screen loses none of them. */
export function choicesStoreOf(review: Review): Store<Choices> {
  const known = stores.get(review);
  if (known !== undefined) return known;
  const store = createStore(choicesFor(review.get().source));
  stores.set(review, store);
  return store;
}

/**
 * Takes the choices along to a review that reads the same source once more. Its files get rows of their own there, so
 * what was taken out is found by its ID, as it comes.
 */
export function carryChoices(from: Review, to: Review): void {
  const before = choicesStoreOf(from).get();
  const store = choicesStoreOf(to);
  store.set({ ...choose(before, { type: "read-again" }), unticked: RowSet.EMPTY });
  const { inventory } = from.get().found;
  const mediaIds = new Set(Array.from(before.unticked, (row) => inventory.mediaIds.at(row)));
  if (mediaIds.size === 0) return;
  const stop = to.subscribe(() => {
    const { status, found } = to.get();
    if (status === "reading") return;
    stop();
    store.set(choose(store.get(), { type: "take-out", rows: found.inventory.rowsOf(mediaIds) }));
  });
}
