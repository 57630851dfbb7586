import { ConnectionDropped } from "./answer";

/** Requests that get no answer until somebody lets go of them. */
export class Hangs {
  readonly #rejects = new Set<(error: Error) => void>();

  /** Rejects with ConnectionDropped on release. */
  hang(): Promise<never> {
    return new Promise((_, reject) => {
      this.#rejects.add(reject);
    });
  }

  release(): void {
    for (const reject of this.#rejects) reject(new ConnectionDropped("The stand-in lets go of this request"));
    this.#rejects.clear();
  }
}
