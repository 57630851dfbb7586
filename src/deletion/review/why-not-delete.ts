import type { ReviewState } from "../../session/review";
import { engineLabels } from "./engine-options";
import type { Choices } from "./review-choices";

interface Situation {
  readonly review: ReviewState;
  readonly choices: Choices;
  /** How many files would go. */
  readonly files: number;
  /** A clean-up of this session is under way. */
  readonly isRunning: boolean;
}

/** Why the reviewed plan cannot be run now, in words; null where it can. */
export function whyNotDelete({ review, choices, files, isRunning }: Situation): string | null {
  const { engine } = choices;
  if (review.status === "reading") return "The lists are still being read.";
  if (review.members.status === "reading") return "The rooms are still being looked through.";
  if (review.avatars === null) {
    return "It is not known which of these files are profile pictures or room avatars. Read again first.";
  }
  if (review.serverVersion === null) return "The server's version is not known. Read again first.";
  if (review.status !== "done" && engine !== "exact-list") {
    return `The list is incomplete, and "${engineLabels[engine]}" would take files that are not on it. Read again, or choose "${engineLabels["exact-list"]}".`;
  }
  if (review.status !== "done" && review.source.kind === "users") {
    return "The list is incomplete, so it is not known to hold all files of these users. Read again first.";
  }
  if (engine === "synapse-rule" && review.unread.length > 0 && !choices.hasConsent) {
    return "Synapse's rule would take files that are not listed. Tick the box that says so, or choose another way.";
  }
  if (choices.isStarted && !isRunning) return "This list has been run. Read again to see what is left.";
  if (files === 0) return "There is nothing to delete.";
  if (isRunning) return "Another clean-up is under way. Wait for its end, or stop it.";
  return null;
}

/**
 * Why no command can be given now that does what the reviewed plan would; null where one can. A rule that finds nothing
 * today may do so another day.
 */
export const whyNotCommand = ({ review, choices, files }: Omit<Situation, "isRunning">): string | null =>
  whyNotDelete({
    review,
    choices: { ...choices, isStarted: false },
    files: choices.engine === "synapse-rule" ? Math.max(1, files) : files,
    isRunning: false,
  });
