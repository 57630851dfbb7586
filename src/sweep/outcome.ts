import type { ErrorText } from "../api/describe-error";

/** Synapse's answer named it; or, its answer being lost, the list does not name it any more; or a repeat found it gone. */
export type KnownBy = "answer" | "listing" | "repeat";

/** What became of one file. Plain data, so that it can be stored and exported. */
export type Outcome =
  | { readonly what: "deleted"; readonly mediaId: string; readonly knownBy: KnownBy }
  /** It went although it was not on the reviewed list; known by the listing alone, maybe by somebody else's hand. */
  | {
      readonly what: "deleted-unplanned";
      readonly mediaId: string;
      readonly sizeBytes: number | null;
      /** Not in records of versions that did not note it. */
      readonly knownBy?: KnownBy;
    }
  /** It is gone, and no answer says by which request: maybe before its turn came. */
  | { readonly what: "already-gone"; readonly mediaId: string }
  /** Synapse's rule ran over it and left it: used, protected or quarantined since, an avatar worn once, or not removable. */
  | { readonly what: "kept-by-server"; readonly mediaId: string }
  | { readonly what: "failed"; readonly mediaId: string; readonly problem: ErrorText }
  /** The answer was lost and the list could not be read afterwards; or another tab has gone on with the run. */
  | { readonly what: "unknown"; readonly mediaId: string; readonly problem: ErrorText }
  | { readonly what: "not-attempted"; readonly mediaId: string };

export type OutcomeKind = Outcome["what"];

/** What a run reports while it goes on. */
export type RunEvent =
  /**
   * The files that the next calls may take. A run goes on only when its consumer asks for the next event, so what the
   * consumer has written down by then was written before the call.
   */
  | { readonly kind: "calling"; readonly mediaIds: readonly string[] }
  | { readonly kind: "outcomes"; readonly outcomes: readonly Outcome[] }
  /** An answer was lost: the lists are read until they stand still. */
  | { readonly kind: "settling" }
  /** The run ends by itself before its end. */
  | { readonly kind: "halted"; readonly problem: ErrorText };

/** What a run waits for by itself; only a stop ends it otherwise. */
export interface Waiting {
  /** The device has no network; or the homeserver, or the way to it, does not answer; or it asked to wait. */
  readonly why: "offline" | "homeserver" | "asked";
  /** What the last try met. */
  readonly problem: ErrorText;
}

/** `total: 0` of a deletion by ID: the row stays, because the file could not be unlinked. */
export const NOT_REMOVED: ErrorText = {
  title: "The server could not remove the file",
  advice: "Check the owner and permissions of the media store on the server's disk. Synapse's log names the file.",
  words: null,
};
