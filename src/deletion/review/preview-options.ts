import type { ReviewState } from "../../session/review";
import type { KeepKind } from "../../sweep/plan";
import { countOf, kindFlags } from "../../sweep/preview";
import type { Preview, PreviewOptions } from "../../sweep/preview";
import type { Choices } from "./review-choices";

type Read = Pick<ReviewState, "source" | "serverVersion" | "deactivated">;

/**
 * What a preview of this review rests on. Before the pictures in use and the version are read it is a preliminary one,
 * to show rows as they come: `whyNotDelete` lets none of those be run.
 */
export const previewOptionsOf = ({ source, serverVersion, deactivated }: Read, choices: Choices): PreviewOptions => ({
  source,
  engine: choices.engine,
  serverVersion: serverVersion ?? "",
  keep: choices.keep,
  unticked: choices.unticked,
  deactivated,
});

/** How many of the files that match there are for each reason to keep; one with two reasons counts for both. */
export const countReasons = ({ flagsOfMatching }: Preview): Readonly<Record<KeepKind, number>> => ({
  "profile-picture": countOf(flagsOfMatching, kindFlags["profile-picture"]),
  "room-avatar": countOf(flagsOfMatching, kindFlags["room-avatar"]),
  "member-picture": countOf(flagsOfMatching, kindFlags["member-picture"]),
  protected: countOf(flagsOfMatching, kindFlags.protected),
  quarantined: countOf(flagsOfMatching, kindFlags.quarantined),
  "url-preview": countOf(flagsOfMatching, kindFlags["url-preview"]),
  "possible-avatar": countOf(flagsOfMatching, kindFlags["possible-avatar"]),
});
