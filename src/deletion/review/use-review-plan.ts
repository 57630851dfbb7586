import { useCallback, useMemo, useState } from "react";
import { useStore } from "../../queries/use-session";
import { openReview } from "../../session/current";
import type { Review, ReviewState } from "../../session/review";
import { buildPlan } from "../../sweep/plan";
import { useFormatter } from "../../ui/formatter-context";
import { calmStore } from "../../lib/calm-store";
import type { Calm } from "../../lib/calm-store";
import { carryChoices, choicesStoreOf } from "./choices-store";
import { countReasons, planOptionsOf } from "./plan-options";
import { choose } from "./review-choices";
import type { ChoiceAction } from "./review-choices";
import { notesOf } from "./review-notes";

/** Rows stream in a few times a second; that the reading ended is shown at once. */
const CALM: Calm<ReviewState> = { everyMs: 300, isUrgent: (before, now) => before.status !== now.status };

/**
 * A review as it stands, the choices made for it, and the plan that follows from both: all from one state, so that
 * nothing shown disagrees.
 */
export function useReviewPlan(given: Review) {
  const [reread, setReread] = useState<{ readonly of: Review; readonly review: Review } | null>(null);
  const review = reread?.of === given ? reread.review : given;
  const choicesStore = choicesStoreOf(review);
  const state = useStore(useMemo(() => calmStore(review, CALM), [review]));
  const choices = useStore(choicesStore);
  const formatter = useFormatter();

  const { source, files, unread, avatars, serverVersion } = state;
  const plan = useMemo(
    () => buildPlan(files, planOptionsOf({ source, unread, avatars, serverVersion }, choices)),
    [files, source, unread, avatars, serverVersion, choices],
  );
  const notes = useMemo(() => notesOf(plan, avatars, formatter), [plan, avatars, formatter]);
  const counts = useMemo(() => countReasons(files, avatars), [files, avatars]);

  const decide = useCallback(
    (action: ChoiceAction) => {
      choicesStore.set(choose(choicesStore.get(), action));
    },
    [choicesStore],
  );
  const readAgain = () => {
    const next = openReview(source, { again: true, picked: source.kind === "picked" ? files : [] });
    carryChoices(review, next);
    setReread({ of: given, review: next });
  };
  return { review, state, choices, decide, plan, notes, counts, readAgain };
}
