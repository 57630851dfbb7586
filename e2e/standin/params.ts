import { type Refusal, internalError, invalidParam, missingParam, unknownError } from "./answer";
import { isSince } from "./version";

const MAX_INTEGER = 2n ** 63n - 1n;

/**
 * The query parameters of one request, read as Synapse's servlets read them: the first of a repeated one counts, an
 * empty one is present, and each kind has its own words of refusal. Bodies play no part in the admin API's media calls.
 */
export class Params {
  readonly #search: URLSearchParams;
  readonly #version: string;

  constructor(search: URLSearchParams, version: string) {
    this.#search = search;
    this.#version = version;
  }

  has(name: string): boolean {
    return this.#search.has(name);
  }

  all(name: string): string[] {
    return this.#search.getAll(name);
  }

  /** A whole number of 0 or more; throws Refusal otherwise. Python reads it, so blanks around it and `1_000` are fine. */
  integer(name: string): number | null {
    const text = this.#search.get(name);
    if (text === null) return null;
    if (!/^\s*[+-]?\d+(_\d+)*\s*$/.test(text)) throw this.#notInteger(name);
    const value = BigInt(text.trim().replaceAll("_", "").replace(/^\+/, ""));
    if (value < 0n) throw this.#negative(name);
    if (value > MAX_INTEGER) throw internalError();
    return Number(value);
  }

  requiredInteger(name: string): number {
    const value = this.integer(name);
    if (value === null) throw this.#missing(name);
    return value;
  }

  boolean(name: string): boolean | null {
    const text = this.#search.get(name);
    if (text === null || text === "true" || text === "false") return text === null ? null : text === "true";
    throw invalidParam(`Boolean query parameter '${name}' must be one of ['true', 'false']`);
  }

  /** Text in ASCII; throws Refusal otherwise. */
  text(name: string): string | null {
    const text = this.#search.get(name);
    if (text !== null && /\P{ASCII}/u.test(text)) throw unknownError(400, `Query parameter '${name}' must be ascii`);
    return text;
  }

  unicode(name: string): string | null {
    return this.#search.get(name);
  }

  choice<T extends string>(name: string, choices: readonly T[]): T | null {
    const text = this.text(name);
    if (text === null) return null;
    const choice = choices.find((candidate) => candidate === text);
    if (choice !== undefined) return choice;
    const listed = choices.map((candidate) => `'${candidate}'`).join(", ");
    throw invalidParam(`Query parameter '${name}' must be one of [${listed}]`);
  }

  direction(): Direction | null {
    return this.choice("dir", directions);
  }

  /** The three refusals got their words in 1.106; before, each endpoint had its own of the last kind. */
  get #isNewer(): boolean {
    return isSince(this.#version, [1, 106]);
  }

  #notInteger(name: string): Refusal {
    return invalidParam(`Query parameter ${this.#isNewer ? name : `'${name}'`} must be an integer`);
  }

  #missing(name: string): Refusal {
    if (!this.#isNewer) return missingParam(`Missing integer query parameter '${name}'`);
    return missingParam(`Missing required integer query parameter ${name}`);
  }

  #negative(name: string): Refusal {
    const kind = this.#isNewer ? "positive integer." : "string representing a positive integer.";
    return invalidParam(`Query parameter ${name} must be a ${kind}`);
  }
}

const directions = ["f", "b"] as const;
/** `f` ascending, `b` descending. */
export type Direction = (typeof directions)[number];
