/** The lock of a run, by whichever means it is held. */
export interface HeldLock {
  /**
   * False where the browser keeps nothing that tabs share (no Web Locks, storage refused or full): then one run in this
   * tab is all that can be promised.
   */
  readonly isAcrossTabs: boolean;
  /** Aborts when another tab has it: this one slept for too long. The run has to pause then. */
  readonly lost: AbortSignal;
  /** Says that the holder lives, and notices a loss. To be called before each call of the run. */
  touch(): void;
  release(): void;
}
