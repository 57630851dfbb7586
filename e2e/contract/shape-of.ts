/** The shape of a JSON value: keys and types without values. A list is the shape of all of its elements together. */
export type Shape = string | readonly [Shape] | readonly [] | { readonly [key: string]: Shape };

/** Synapse fills this in some time after a request, so it is either by chance. */
const BY_CHANCE: Readonly<Record<string, Shape>> = { last_seen_ts: "null|number" };

/** The shape that a value has. */
export function shapeOf(json: unknown): Shape {
  if (Array.isArray(json)) {
    const elements: readonly unknown[] = json;
    const [first, ...others] = elements.map(shapeOf);
    return first === undefined ? [] : [others.reduce(union, first)];
  }
  if (json === null) return "null";
  if (typeof json !== "object") return typeof json;
  return Object.fromEntries(
    Object.entries(json)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, value]): [string, Shape] => [key, BY_CHANCE[key] ?? shapeOf(value)]),
  );
}

/** The shape of a value that is one or the other. A key that only one of them has gets a question mark. */
export function union(a: Shape, b: Shape): Shape {
  if (typeof a === "string" && typeof b === "string")
    return [...new Set([...a.split("|"), ...b.split("|")])].toSorted().join("|");
  if (isList(a) && isList(b)) return unionOfLists(a, b);
  if (isObject(a) && isObject(b)) {
    const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])].map((key) => key.replace(/\?$/, ""));
    return Object.fromEntries([...new Set(keys)].toSorted().map((key) => unionAt(key, a, b)));
  }
  throw new Error(`No shape is both ${JSON.stringify(a)} and ${JSON.stringify(b)}`);
}

type ObjectShape = { readonly [key: string]: Shape };

const isList = (shape: Shape): shape is readonly [Shape] | readonly [] => Array.isArray(shape);
const isObject = (shape: Shape): shape is ObjectShape => typeof shape === "object" && !isList(shape);

function unionOfLists([a]: readonly Shape[], [b]: readonly Shape[]): Shape {
  if (a === undefined) return b === undefined ? [] : [b];
  return [b === undefined ? a : union(a, b)];
}

function unionAt(key: string, a: ObjectShape, b: ObjectShape): [string, Shape] {
  const optional = `${key}?`;
  const left = a[key] ?? a[optional];
  const right = b[key] ?? b[optional];
  const isOptional = left === undefined || right === undefined || optional in a || optional in b;
  const both = left === undefined ? right : right === undefined ? left : union(left, right);
  return [isOptional ? optional : key, both ?? "never"];
}
