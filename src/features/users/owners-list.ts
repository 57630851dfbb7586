import type { MediaOwner } from "../../api/statistics";
import { plainText } from "../../lib/plain-text";
import type { OwnerOrder } from "./users-search";

/** An owner with the text that a search looks at, made once for all searches. */
export interface IndexedOwner {
  readonly owner: MediaOwner;
  /** User ID and display name on lines of their own, so that no search text matches across them. */
  readonly plainText: string;
}

/** Makes the texts that searches look at; folding thousands of names takes longer than searching them. */
export const indexOwners = (owners: readonly MediaOwner[], locale: string): readonly IndexedOwner[] =>
  owners.map((owner) => ({ owner, plainText: plainText(`${owner.userId}\n${owner.displayName ?? ""}`, locale) }));

/** Owners whose user ID or display name holds the text, in any case and any script; all of them for an empty text. */
export function searchOwners(index: readonly IndexedOwner[], text: string, locale: string): readonly MediaOwner[] {
  const wanted = plainText(text.trim(), locale);
  return index.filter((owner) => owner.plainText.includes(wanted)).map(({ owner }) => owner);
}

interface OwnerSort {
  readonly sort: OwnerOrder;
  readonly dir: "ascending" | "descending";
}

/** Sorted as asked for; the user ID decides between equals. Who has no display name stands last in both directions. */
export function sortOwners(
  index: readonly IndexedOwner[],
  { sort, dir }: OwnerSort,
  locale: string,
): readonly IndexedOwner[] {
  const { compare } = new Intl.Collator(locale);
  const sign = dir === "ascending" ? 1 : -1;
  const byUser = (a: MediaOwner, b: MediaOwner) => compare(a.userId, b.userId) || (a.userId < b.userId ? -1 : 1);
  const byName = (a: MediaOwner, b: MediaOwner) => {
    if (!a.displayName || !b.displayName) return Number(!a.displayName) - Number(!b.displayName);
    return sign * compare(a.displayName, b.displayName);
  };
  const orders: Record<OwnerOrder, (a: MediaOwner, b: MediaOwner) => number> = {
    user: (a, b) => sign * byUser(a, b),
    name: byName,
    files: (a, b) => sign * (a.files - b.files),
    size: (a, b) => sign * (a.bytes - b.bytes),
  };
  return index.toSorted((a, b) => orders[sort](a.owner, b.owner) || byUser(a.owner, b.owner));
}

/** By what owners are ticked. */
export const userIdOf = ({ userId }: MediaOwner): string => userId;

export interface OwnersTotal {
  readonly users: number;
  readonly files: number;
  readonly bytes: number;
}

/** The sums over these owners. */
export const totalOf = (owners: readonly MediaOwner[]): OwnersTotal => ({
  users: owners.length,
  files: owners.reduce((sum, { files }) => sum + files, 0),
  bytes: owners.reduce((sum, { bytes }) => sum + bytes, 0),
});
