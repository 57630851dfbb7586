import { createStore } from "../../lib/store";
import type { Store } from "../../lib/store";
import type { Review } from "../../session/review";
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

/** Takes the choices along to a review that reads the same source once more. */
export function carryChoices(from: Review, to: Review): void {
  choicesStoreOf(to).set(choose(choicesStoreOf(from).get(), { type: "read-again" }));
}
