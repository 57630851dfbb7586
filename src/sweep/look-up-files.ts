import { describeError } from "../api/describe-error";
import type { ErrorText } from "../api/describe-error";
import { findMedia } from "../api/media-info";
import type { CachedFile, KnownFile } from "../api/media-info";
import type { MediaFile } from "../api/media-page";
import type { MediaName } from "../lib/mxc";
import type { ListDeps } from "./list-owner";
import { readPatiently } from "./patience";
import { pool } from "./pool";

/** What became known of one file. */
export type LookedUp<File> =
  | { readonly what: "found"; readonly name: MediaName; readonly file: File }
  /** Synapse knows no such file any more. */
  | { readonly what: "gone"; readonly name: MediaName }
  | { readonly what: "failed"; readonly name: MediaName; readonly problem: ErrorText };

/** Looks files up one by one, and yields each as it comes. */
export type LookUp<File> = (
  deps: ListDeps,
  names: readonly MediaName[],
  stop: AbortSignal,
) => AsyncGenerator<LookedUp<File>>;

/** More gain little: Synapse answers each from one row. */
const IN_FLIGHT = 4;

/**
 * Asks for files one by one, a few at a time, and yields each as it comes, in no order (since Synapse 1.140).
 * Throws for no file; once stopped nothing new is asked.
 */
const lookUp =
  <File>(fileIn: (known: KnownFile) => File | null): LookUp<File> =>
  (deps, names, stop) =>
    pool(names, { inFlight: IN_FLIGHT, stop }, async (name): Promise<LookedUp<File>> => {
      try {
        const known = await readPatiently(() => findMedia(deps.client, name, stop), deps.patience, stop);
        const file = known === null ? null : fileIn(known);
        return file === null ? { what: "gone", name } : { what: "found", name, file };
      } catch (error) {
        return { what: "failed", name, problem: describeError(error) };
      }
    });

/** Files of this server. */
export const lookUpFiles = lookUp<MediaFile>((known) => (known.origin === "local" ? known.file : null));

/** Copies of other servers' files: one that this server keeps no copy of counts as gone. */
export const lookUpCopies = lookUp<CachedFile>((known) => (known.origin === "remote" ? known.file : null));
