import { bytesIn } from "./bytes";
import { parseDay } from "./dates";

/** One value behind the `?` of a link: how it is read, leniently, and written. */
export interface Param<T> {
  /** Never throws; what is missing or makes no sense becomes the default. */
  parse(text: string | null): T;
  /** Null where the value is the default, which a link leaves out. */
  format(value: T): string | null;
}

/** All values behind the `?` of one screen. */
export interface SearchCodec<T> {
  parse(search: URLSearchParams): T;
  format(values: T): URLSearchParams;
}

type Params<T> = { readonly [Key in keyof T]: Param<T[Key]> };

/** A codec from its parts: `parse(format(x))` equals `x` for every `x` the parts allow. */
export function searchCodec<T extends object>(params: Params<T>): SearchCodec<T> {
  const names = Object.keys(params);
  const isName = (name: string): name is Extract<keyof T, string> => names.includes(name);
  const keys = names.filter(isName);
  const parseInto = (search: URLSearchParams, values: Partial<T>): values is T => {
    for (const key of keys) values[key] = params[key].parse(search.get(key));
    return true;
  };
  return {
    parse: (search) => {
      const values: Partial<T> = {};
      if (!parseInto(search, values)) throw new Error("unreachable");
      return values;
    },
    format: (values) => {
      const search = new URLSearchParams();
      for (const key of keys) {
        const text = params[key].format(values[key]);
        if (text !== null) search.set(key, text);
      }
      return search;
    },
  };
}

/** One of a few words. */
export const wordParam = <Word extends string>(words: readonly Word[], fallback: Word): Param<Word> => ({
  parse: (text) => words.find((word) => word === text) ?? fallback,
  format: (value) => (value === fallback ? null : value),
});

/** A whole number within bounds. */
export const numberParam = (fallback: number, { min, max }: { min: number; max: number }): Param<number> => ({
  parse: (text) => {
    const value = text === null || !/^\d+$/.test(text) ? fallback : Number(text);
    return Math.min(Math.max(value, min), max);
  },
  format: (value) => (value === fallback ? null : String(value)),
});

/** Any text, empty by default. */
export const textParam: Param<string> = {
  parse: (text) => text ?? "",
  format: (value) => (value === "" ? null : value),
};

/** A day as `YYYY-MM-DD`; null by default. */
export const dayParam: Param<string | null> = {
  parse: (text) => (text !== null && parseDay(text) === text ? text : null),
  format: (value) => value,
};

/** One of a few words; null by default. */
export const maybeWordParam = <Word extends string>(words: readonly Word[]): Param<Word | null> => ({
  parse: (text) => words.find((word) => word === text) ?? null,
  format: (value) => value,
});

/** A whole number of bytes; null by default. */
export const bytesParam: Param<number | null> = {
  parse: (text) => (text === null ? null : bytesIn(text)),
  format: (value) => (value === null ? null : String(value)),
};
