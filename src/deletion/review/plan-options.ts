import type { MediaFile } from "../../api/media-page";
import type { ReviewState } from "../../session/review";
import { keepKinds, reasonsOf } from "../../sweep/plan";
import type { KeepKind, PlanOptions } from "../../sweep/plan";
import type { AvatarUses } from "../../sweep/protect";
import type { Choices } from "./review-choices";

const NONE_KNOWN: AvatarUses = new Map();

type Read = Pick<ReviewState, "source" | "serverVersion" | "avatars" | "unread">;

/**
 * What a plan of this review rests on. Before the pictures in use and the version are read it is a preliminary one, to
 * show rows as they come: `whyNotDelete` lets none of those be run.
 */
export const planOptionsOf = (review: Read, choices: Choices): PlanOptions => ({
  source: review.source,
  engine: choices.engine,
  serverVersion: review.serverVersion ?? "",
  avatars: review.avatars ?? NONE_KNOWN,
  keep: choices.keep,
  unticked: choices.unticked,
  unread: review.unread.map(({ owner }) => owner),
});

/** How many of the files there are for each reason to keep; one with two reasons counts for both. */
export function countReasons(
  files: readonly MediaFile[],
  avatars: AvatarUses | null,
): Readonly<Record<KeepKind, number>> {
  const counts = { "profile-picture": 0, "room-avatar": 0, protected: 0, quarantined: 0, "url-preview": 0 };
  const kinds: ReadonlySet<string> = new Set(keepKinds);
  for (const file of files) {
    for (const { kind } of reasonsOf(file, avatars ?? NONE_KNOWN)) if (kinds.has(kind)) counts[kind] += 1;
  }
  return counts;
}
