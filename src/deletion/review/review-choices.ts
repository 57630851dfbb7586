import { isFiltering } from "../../sweep/filter";
import { avatarKinds, isHandPicked, keepKinds } from "../../sweep/plan";
import type { Engine, KeepKind, Source } from "../../sweep/plan";
import { RowSet } from "../../sweep/row-set";

/** What the admin decides while reviewing. */
export interface Choices {
  readonly engine: Engine;
  /** Taking a file out moved the engine to the list, which has to be said. */
  readonly isSwitched: boolean;
  /** Rows taken out by hand. */
  readonly unticked: RowSet;
  /** The reasons that keep, for "exactly this list". */
  readonly keep: ReadonlySet<KeepKind>;
  /** Synapse's rule may also take files of owners that could not be listed. */
  readonly hasConsent: boolean;
  /** A run of this list was started: what it names may be gone. */
  readonly isStarted: boolean;
}

export type ChoiceAction =
  | { readonly type: "take-out"; readonly rows: Iterable<number> }
  | { readonly type: "put-back"; readonly rows: Iterable<number> }
  | { readonly type: "choose-engine"; readonly engine: Engine }
  | { readonly type: "keep"; readonly kind: KeepKind; readonly isKept: boolean }
  | { readonly type: "consent"; readonly isGiven: boolean }
  | { readonly type: "started" }
  /** The lists are read once more, into another inventory: what was agreed to about the unread ones holds no longer. */
  | { readonly type: "read-again" };

const AVATARS: ReadonlySet<KeepKind> = new Set<KeepKind>(avatarKinds);

/** What the list keeps unless the admin says otherwise; files picked by hand are the admin's own choice. */
function keepAtFirst(source: Source): ReadonlySet<KeepKind> {
  if (isHandPicked(source)) return new Set();
  const keepsAvatars = source.kind !== "rule" || source.rule.keepAvatars;
  return new Set(keepKinds.filter((kind) => kind !== "possible-avatar" && (keepsAvatars || !AVATARS.has(kind))));
}

/** Synapse's rule knows date and size only. */
export const canSynapseSelect = (source: Source): boolean => source.kind === "rule" && !isFiltering(source.filter);

/** What stands before the admin touched anything. */
export const choicesFor = (source: Source): Choices => ({
  engine: canSynapseSelect(source) ? "synapse-rule" : "exact-list",
  isSwitched: false,
  unticked: RowSet.EMPTY,
  keep: keepAtFirst(source),
  hasConsent: false,
  isStarted: false,
});

/** The choices after one more action. Only the list can spare single files, so taking one out leaves every other engine. */
export function choose(choices: Choices, action: ChoiceAction): Choices {
  if (action.type === "take-out") return takeOut(choices, action.rows);
  if (action.type === "put-back") return { ...choices, unticked: choices.unticked.without(action.rows) };
  if (action.type === "choose-engine") {
    const isImpossible = action.engine !== "exact-list" && choices.unticked.size > 0;
    return isImpossible ? choices : { ...choices, engine: action.engine, isSwitched: false };
  }
  if (action.type === "keep") {
    const others = [...choices.keep].filter((kind) => kind !== action.kind);
    return { ...choices, keep: new Set(action.isKept ? [...others, action.kind] : others) };
  }
  if (action.type === "consent") return { ...choices, hasConsent: action.isGiven };
  if (action.type === "started") return { ...choices, isStarted: true };
  return { ...choices, hasConsent: false, isStarted: false };
}

function takeOut(choices: Choices, rows: Iterable<number>): Choices {
  const unticked = choices.unticked.with(rows);
  if (unticked.size === choices.unticked.size) return choices;
  const isSwitched = choices.isSwitched || choices.engine !== "exact-list";
  return { ...choices, unticked, isSwitched, engine: "exact-list" };
}
