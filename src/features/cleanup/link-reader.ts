import { serverNameOf } from "../../lib/matrix-id";

/** Reads the parts of a link one by one and remembers what nobody understood. */
export class LinkReader {
  readonly #search: URLSearchParams;
  readonly #understood = new Set<string>();

  constructor(search: URLSearchParams) {
    this.#search = search;
  }

  /** The value of that name; null where it is missing, makes no sense or stands there twice. */
  read<T>(name: string, parse: (text: string) => T | null): T | null {
    const [text, ...others] = this.#search.getAll(name);
    if (text === undefined || others.length > 0) return null;
    const value = parse(text);
    if (value !== null) this.#understood.add(name);
    return value;
  }

  /** The parts that make no sense, and those nobody asked for, as they stand in the link. */
  rest(): readonly string[] {
    return [...this.#search]
      .filter(([name]) => !this.#understood.has(name))
      .map(([name, text]) => (text === "" ? name : `${name}=${text}`));
  }
}

/** The last moment that a field for days can show, in ms. */
const LATEST_MS = Date.UTC(9999, 11, 30);

/** A moment in ms since 1970. */
export const momentIn = (text: string): number | null =>
  /^\d{1,15}$/.test(text) && Number(text) <= LATEST_MS ? Number(text) : null;

/** A switch. */
export const flagIn = (text: string): boolean | null => (text === "yes" ? true : text === "no" ? false : null);

/** Any text but none. */
export const textIn = (text: string): string | null => (text === "" ? null : text);

/** User IDs with a blank between them, which no user ID holds; null as soon as one of them is none. */
export function userIdsIn(text: string): readonly string[] | null {
  const userIds = text.split(" ");
  return userIds.every((userId) => isUserId(userId)) ? userIds : null;
}

const isUserId = (text: string): boolean => !/\s/.test(text) && serverNameOf(text) !== null;
