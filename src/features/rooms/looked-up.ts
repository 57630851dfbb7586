import { calmStore } from "../../lib/calm-store";
import { mxcOf } from "../../lib/mxc";
import type { MediaName } from "../../lib/mxc";
import { createStore } from "../../lib/store";
import type { ReadonlyStore } from "../../lib/store";
import type { LookedUp } from "../../sweep/look-up-files";
import type { Known } from "./room-files";

export interface LookedUpFiles<File> {
  readonly byMxc: Known<File>;
  /** Looks up what is not known of these; named anew, at another time, all of them. Returns how to stop. */
  want(names: readonly MediaName[], readMs: number): () => void;
  /** Looks up what failed once more. */
  retry(): void;
  /** Looks these up once more; until then what is known of them stands. */
  doubt(mxcs: Iterable<string>): void;
  /** For the screen. */
  readonly calm: ReadonlyStore<{ readonly byMxc: Known<File> }>;
}

type Ask<File> = (names: readonly MediaName[], stop: AbortSignal) => AsyncIterable<LookedUp<File>>;

/** What became known so far, and how more does. */
export const createLookedUp = <File>(ask: Ask<File>): LookedUpFiles<File> => new LookingUp(ask);

class LookingUp<File> implements LookedUpFiles<File> {
  readonly #ask: Ask<File>;
  /** Filled in place: a copy for each file takes long in a large room. */
  readonly byMxc = new Map<string, LookedUp<File>>();
  readonly #store = createStore<{ readonly byMxc: Known<File> }>({ byMxc: this.byMxc });
  readonly #doubted = new Set<string>();
  #wanted: readonly MediaName[] = [];
  #namedMs: number | null = null;
  #stopping = new AbortController();

  constructor(ask: Ask<File>) {
    this.#ask = ask;
  }

  readonly calm = calmStore(this.#store, { everyMs: 1000, isUrgent: () => this.byMxc.size < 2 });

  want(names: readonly MediaName[], readMs: number): () => void {
    if (readMs !== this.#namedMs) {
      this.byMxc.clear();
      this.#show();
    }
    [this.#wanted, this.#namedMs] = [names, readMs];
    void this.#read();
    return () => {
      this.#stopping.abort();
    };
  }

  retry(): void {
    for (const [mxc, { what }] of this.byMxc) if (what === "failed") this.byMxc.delete(mxc);
    this.#show();
    void this.#read();
  }

  doubt(mxcs: Iterable<string>): void {
    for (const mxc of mxcs) this.#doubted.add(mxc);
    void this.#read();
  }

  /** What is under way is given up and, not known yet, asked for again. */
  async #read(): Promise<void> {
    this.#stopping.abort();
    const stopping = new AbortController();
    this.#stopping = stopping;
    const unknown = this.#wanted.filter((name) => this.#isUnknown(mxcOf(name)));
    for await (const one of this.#ask(unknown, stopping.signal)) {
      if (stopping.signal.aborted) return;
      this.#doubted.delete(mxcOf(one.name));
      this.byMxc.set(mxcOf(one.name), one);
      this.#show();
    }
  }

  #isUnknown(mxc: string): boolean {
    return !this.byMxc.has(mxc) || this.#doubted.has(mxc);
  }

  #show(): void {
    this.#store.set({ byMxc: this.byMxc });
  }
}
