/** A request as it came in; path and search still encoded. */
export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly search: string;
}

/** A demo that runs for weeks must not fill the memory. */
const LIMIT = 100_000;

/** The latest requests, at least 100,000 of them. */
export class RequestLog {
  readonly #seen: SeenRequest[] = [];

  get seen(): readonly SeenRequest[] {
    return this.#seen;
  }

  add(method: string, { pathname, search }: URL): void {
    if (this.#seen.length >= 2 * LIMIT) this.#seen.splice(0, LIMIT);
    this.#seen.push({ method, path: pathname, search });
  }

  clear(): void {
    this.#seen.length = 0;
  }
}
