import { describeError } from "../api/describe-error";
import type { ErrorText } from "../api/describe-error";
import { findMedia } from "../api/media-info";
import type { MediaFile } from "../api/media-page";
import type { MediaName } from "../lib/mxc";
import type { ListDeps } from "./list-owner";
import { readPatiently } from "./patience";
import { pool } from "./pool";

/** What became known of one local file. */
export type LookedUp =
  | { readonly what: "found"; readonly mediaId: string; readonly file: MediaFile }
  /** Synapse knows no such file any more. */
  | { readonly what: "gone"; readonly mediaId: string }
  | { readonly what: "failed"; readonly mediaId: string; readonly problem: ErrorText };

/** More gain little: Synapse answers each from one row. */
const IN_FLIGHT = 4;

/**
 * Asks for local files one by one, a few at a time, and yields each as it comes, in no order (since Synapse 1.140).
 * Throws for no file; once stopped nothing new is asked.
 */
export async function* lookUpFiles(
  deps: ListDeps,
  names: readonly MediaName[],
  stop: AbortSignal,
): AsyncGenerator<LookedUp> {
  yield* pool(names, { inFlight: IN_FLIGHT, stop }, async (name): Promise<LookedUp> => {
    const { mediaId } = name;
    try {
      const known = await readPatiently(() => findMedia(deps.client, name, stop), deps.patience, stop);
      return known?.origin === "local" ? { what: "found", mediaId, file: known.file } : { what: "gone", mediaId };
    } catch (error) {
      return { what: "failed", mediaId, problem: describeError(error) };
    }
  });
}
