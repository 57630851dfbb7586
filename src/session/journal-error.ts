/** Why the journal cannot be written or read. */
export type JournalTrouble =
  /** The browser keeps nothing for this page, or not in a form that this version can open. */
  | "refused"
  /** The browser gives this page no more room. */
  | "full"
  /** It was there, and is no longer: closed by the browser, removed by another tab, or an error of the disk. */
  | "lost";

/** What every call of the journal rejects with, so that a run can go on in memory and say why. */
export class JournalError extends Error {
  override readonly name = "JournalError";
  readonly why: JournalTrouble;

  constructor(why: JournalTrouble, cause: unknown) {
    super(`Journal ${why}`, { cause });
    this.why = why;
  }
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : "");

/** Whether a write failed because somebody else had made it: IndexedDB adds nothing under a key that is taken. */
export const isOfOtherWriter = (error: unknown): boolean =>
  error instanceof JournalError && nameOf(error.cause) === "ConstraintError";

/** Anything thrown by IndexedDB as an error of the journal; `otherwise` where it is not about room. */
export function journalErrorOf(error: unknown, otherwise: "refused" | "lost"): JournalError {
  if (error instanceof JournalError) return error;
  return new JournalError(nameOf(error) === "QuotaExceededError" ? "full" : otherwise, error);
}
