import type { LocalUser } from "../api/users";
import type { Filter } from "../sweep/filter";
import { Inventory } from "../sweep/inventory";
import type { AvatarUses } from "../sweep/protect";
import type { Rule } from "../sweep/rule";

/** What was read of a homeserver so far; reviews of one rule after another share it. */
export interface Knowledge {
  readonly inventory: Inventory;
  serverVersion: string | null;
  accounts: readonly LocalUser[] | null;
  /** Pictures in use. */
  avatars: AvatarUses | null;
  /** Those that members wear in rooms are among them. */
  hasMembers: boolean;
  /** The rules that were read to their end, with nobody left unread. */
  readonly complete: { readonly rule: Rule; readonly filter: Filter }[];
}

export const nothingKnown = (): Knowledge => ({
  inventory: new Inventory(),
  serverVersion: null,
  accounts: null,
  avatars: null,
  hasMembers: false,
  complete: [],
});

/** Whether every file that the rule selects is known, so that nothing has to be asked. */
export const isComplete = (knowledge: Knowledge, rule: Rule, filter: Filter): boolean =>
  knowledge.complete.some(
    (known) =>
      rule.beforeMs <= known.rule.beforeMs &&
      rule.largerThanBytes >= known.rule.largerThanBytes &&
      (isOfEverybody(known.filter) || ownersOf(known.filter) === ownersOf(filter)),
  );

const isOfEverybody = ({ userIds, isOfDeactivated }: Filter): boolean => userIds.length === 0 && !isOfDeactivated;

const ownersOf = ({ userIds, isOfDeactivated }: Filter): string =>
  JSON.stringify([userIds.toSorted(), isOfDeactivated]);
