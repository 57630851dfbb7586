import type { ErrorText } from "../api/describe-error";
import type { ListedFile } from "./inventory";
import type { Outcome } from "./outcome";
import type { Plan } from "./plan";
import { lastUsedMs } from "./rule";
import type { Step } from "./steps";

/** What is known of each reviewed file while Synapse's rule runs over the list. */
export class RuleBook {
  /** A call ran over them, without a word about them yet. */
  readonly open = new Map<string, ListedFile>();
  /** Of the open ones, those whose last call's answer was lost. */
  readonly #lost = new Map<string, ErrorText>();
  /** No call was made for them. */
  readonly #waiting: Map<string, ListedFile>;
  readonly #planned: ReadonlySet<string>;
  /** Kept by the plan, and not known to be gone. */
  readonly #kept: Map<string, ListedFile>;
  /** The date of the last answered step, in ms: everything that went until then was named. */
  #namedUntilMs = -Infinity;

  constructor({ doomed, kept }: Pick<Plan, "doomed" | "kept">) {
    this.#waiting = new Map(doomed.map((file) => [file.mediaId, file]));
    this.#planned = new Set(this.#waiting.keys());
    this.#kept = new Map(kept.map(({ file }) => [file.mediaId, file]));
  }

  /** The files for which a call is still to be made. */
  get waiting(): readonly ListedFile[] {
    return [...this.#waiting.values()];
  }

  /** An answered step also settles what earlier lost ones left open: its date is later, so it ran over those too. */
  answered(step: Step, deletedIds: readonly string[]): readonly Outcome[] {
    this.#start(step.planned);
    this.#lost.clear();
    this.#namedUntilMs = step.beforeMs;
    return deletedIds.map((mediaId): Outcome => {
      this.open.delete(mediaId);
      if (this.#planned.has(mediaId)) return { what: "deleted", mediaId, knownBy: "answer" };
      const sizeBytes = this.#kept.get(mediaId)?.sizeBytes ?? null;
      this.#kept.delete(mediaId);
      return { what: "deleted-unplanned", mediaId, sizeBytes, knownBy: "answer" };
    });
  }

  /** Takes down that the answer to a call for these files was lost. */
  lost(files: readonly ListedFile[], problem: ErrorText): void {
    this.#start(files);
    for (const mediaId of this.open.keys()) this.#lost.set(mediaId, problem);
  }

  /**
   * Kept files that a call with this date may have taken all the same, because their reason was gone by then: those last
   * used before it, and not before the date of a step that was answered, whose answer would have named them. Somebody
   * else may have deleted such a file as well; nothing a client can ask tells.
   */
  endangered(beforeMs: number): readonly ListedFile[] {
    return [...this.#kept.values()].filter(
      (file) => lastUsedMs(file) < beforeMs && lastUsedMs(file) >= this.#namedUntilMs,
    );
  }

  /** Closes the open files, and of the endangered ones those that the lists no longer name. */
  gone(listed: ReadonlySet<string>, endangered: readonly ListedFile[] = []): readonly Outcome[] {
    const unplanned = endangered.filter(({ mediaId }) => !listed.has(mediaId) && this.#kept.delete(mediaId));
    const gone = [...this.open.keys()].filter((mediaId) => !listed.has(mediaId));
    return [
      ...gone.map((mediaId): Outcome => {
        this.open.delete(mediaId);
        return this.#lost.delete(mediaId)
          ? { what: "deleted", mediaId, knownBy: "listing" }
          : { what: "already-gone", mediaId };
      }),
      ...unplanned.map(({ mediaId, sizeBytes }): Outcome => ({
        what: "deleted-unplanned",
        mediaId,
        sizeBytes,
        knownBy: "listing",
      })),
    ];
  }

  /** Has the open files planned again, as if no call had been made for them. */
  replan(): void {
    for (const [mediaId, file] of this.open) this.#waiting.set(mediaId, file);
    this.open.clear();
    this.#lost.clear();
  }

  /** The open files that the lists still name, at the end. */
  left(): readonly Outcome[] {
    return [...this.open.keys()].map((mediaId): Outcome => {
      const problem = this.#lost.get(mediaId);
      return problem === undefined ? { what: "kept-by-server", mediaId } : { what: "failed", mediaId, problem };
    });
  }

  unreadable(problem: ErrorText): readonly Outcome[] {
    return [...this.open.keys()].map((mediaId): Outcome => ({ what: "unknown", mediaId, problem }));
  }

  notAttempted(): readonly Outcome[] {
    return [...this.#waiting.keys()].map((mediaId): Outcome => ({ what: "not-attempted", mediaId }));
  }

  #start(files: readonly ListedFile[]): void {
    for (const file of files) {
      if (this.#waiting.delete(file.mediaId)) this.open.set(file.mediaId, file);
    }
  }
}
