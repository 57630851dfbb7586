import type { MediaFile } from "../api/media-page";
import type { Rule } from "./rule";

/** What of an owner's files is known. */
export type Coverage =
  | { readonly kind: "all" }
  /** Every file larger than this many bytes. */
  | { readonly kind: "larger"; readonly thanBytes: number }
  /** Every file uploaded before this moment, in ms. */
  | { readonly kind: "uploaded-before"; readonly ms: number };

/** Whether what is known holds every file that the rule's date and size select. */
export function covers(coverage: Coverage, rule: Rule): boolean {
  if (coverage.kind === "larger") return coverage.thanBytes <= rule.largerThanBytes;
  // A file's effective time is never before its upload.
  return coverage.kind === "all" || rule.beforeMs <= coverage.ms;
}

/** Whether a file of this size (NaN without one) and upload in ms is among what is known. */
export function isAmong(coverage: Coverage, sizeBytes: number, createdMs: number): boolean {
  if (coverage.kind === "larger") return sizeBytes > coverage.thanBytes;
  return coverage.kind === "all" || createdMs < coverage.ms;
}

/**
 * What is known of a list that was left early, with this as the last file read: what the rule needs, and mostly more,
 * because whole pages are read. Equals of that file may stand on the next page.
 */
export const coverageUpTo = (last: MediaFile, rule: Rule): Coverage =>
  rule.largerThanBytes > 0
    ? { kind: "larger", thanBytes: Math.min(rule.largerThanBytes, last.sizeBytes ?? Infinity) }
    : { kind: "uploaded-before", ms: Math.max(rule.beforeMs, last.createdMs) };
