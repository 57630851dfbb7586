import type { MediaOwner } from "../../api/statistics";
import type { LocalUser } from "../../api/users";
import { amountText } from "../../deletion/parts/amount-text";
import type { Formatter } from "../../lib/formatter";
import { totalOf } from "./owners-list";

/** By user ID. */
type Picked = ReadonlyMap<string, MediaOwner>;

const NOBODY_PICKED = "Tick the users first.";
/** A rule names its users in its address and in one line of its form. */
const MOST_IN_RULE = 500;

/** Who is ticked and what all their files are; without the files where that is not known. */
export function pickedText(formatter: Formatter, picked: Picked, owners: readonly MediaOwner[] | null): string {
  if (picked.size === 0) return "No users selected";
  const users = formatter.plural(picked.size, { one: "{count} user selected", other: "{count} users selected" });
  if (owners === null) return users;
  const all = totalOf(owners.filter(({ userId }) => picked.has(userId)));
  return [users, amountText(formatter, all)].join(" · ");
}

/**
 * Why the files of those who are ticked cannot be deleted user by user; null where they can, or where it is not known
 * who has an account. Guests have one that no list of accounts names, but they can upload nothing.
 */
export function whyNotDeleteAll(
  formatter: Formatter,
  picked: Picked,
  accounts: readonly LocalUser[] | null,
): string | null {
  if (picked.size === 0) return NOBODY_PICKED;
  if (accounts === null) return null;
  const known = new Set(accounts.map(({ userId }) => userId));
  const without = [...picked.keys()].filter((userId) => !known.has(userId));
  const [first] = without;
  if (first === undefined) return null;
  return formatter.plural(without.length, {
    one: `Synapse has no account for ${first}, so it refuses to list their files. Untick them, or clean up by date and size.`,
    other: `Synapse has no account for {count} of them, ${first} first, so it refuses to list their files. Untick these, or clean up by date and size.`,
  });
}

/** Why no rule can be set up for those who are ticked; null where one can. */
export function whyNotRule(formatter: Formatter, picked: Picked): string | null {
  if (picked.size === 0) return NOBODY_PICKED;
  if (picked.size <= MOST_IN_RULE) return null;
  return `A rule names at most ${formatter.count(MOST_IN_RULE)} users. Tick fewer.`;
}

interface Ticked {
  readonly count: number;
  /** Whether only those were looked at who uploaded in the chosen days. */
  readonly isRange: boolean;
}

/** How many closed accounts were ticked. */
export function deactivatedText(formatter: Formatter, { count, isRange }: Ticked): string {
  if (count === 0) {
    return isRange
      ? "No deactivated user uploaded a file in these days that is still stored here."
      : "No deactivated user stores a file here.";
  }
  return formatter.plural(count, {
    one: "{count} deactivated user selected",
    other: "{count} deactivated users selected",
  });
}
