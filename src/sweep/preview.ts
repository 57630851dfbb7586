import type { MediaOwner } from "../api/statistics";
import { supports } from "../api/synapse-version";
import { rowTestOf } from "./filter";
import type { Inventory, ListedFile } from "./inventory";
import { rowFlags } from "./inventory";
import { avatarKinds, keepKinds } from "./plan";
import type { Engine, KeepKind, KeepReason, KeptFile, Plan, Source } from "./plan";
import type { RowSet } from "./row-set";
import { selects } from "./rule";
import type { Tally } from "./tally";

/** What the classification rests on. */
export interface PreviewOptions {
  readonly source: Source;
  readonly engine: Engine;
  readonly serverVersion: string;
  /** For "exactly this list": the reasons that keep. */
  readonly keep: ReadonlySet<KeepKind>;
  /** Rows the admin took out by hand. */
  readonly unticked: RowSet;
  /** User IDs of closed accounts; needed where the source selects by them. */
  readonly deactivated: ReadonlySet<string>;
}

/** What becomes of a row: it does not match, it goes, or it stays for the reason of that number. */
const NO_MATCH = 0;
const DOOMED = 1;
const FIRST_REASON = 2;
const UNTICKED = FIRST_REASON + keepKinds.length;
/** The bits of a row that previews are about, its lowest ones. */
const COUNTED_FLAGS = 255;

/** Which rows of an inventory go and which stay, as far as was read. */
export interface Preview {
  readonly options: PreviewOptions;
  readonly inventory: Inventory;
  /** By row; see `isDoomed` and `reasonAt`. */
  readonly verdicts: Uint8Array;
  readonly doomed: Tally;
  readonly kept: Tally;
  readonly flagsOfDoomed: FlagCounts;
  readonly flagsOfMatching: FlagCounts;
}

/** How many rows there are of each combination of bits. */
export type FlagCounts = Uint32Array;

/** How many of those rows have that bit. */
export const countOf = (counts: FlagCounts, flag: number): number =>
  counts.reduce((sum, count, flags) => ((flags & flag) === 0 ? sum : sum + count), 0);

/** The bit of each reason that lies in the file itself or its use, the strongest reason first. */
export const kindFlags: Readonly<Record<KeepKind, number>> = {
  "profile-picture": rowFlags.isProfilePicture,
  "room-avatar": rowFlags.isRoomAvatar,
  "member-picture": rowFlags.isMemberPicture,
  protected: rowFlags.isProtected,
  quarantined: rowFlags.isQuarantined,
  "url-preview": rowFlags.isUrlPreview,
  "possible-avatar": rowFlags.isImage,
};

/**
 * Splits the rows of an inventory that match the source into those to delete and those kept, each with its reason, in
 * one pass. Depends on the engine and the server's version: under Synapse's rule only what that version keeps is kept,
 * under "exactly this list" what the admin chose to keep, and nothing is kept of a user of whom everything goes.
 */
export function previewOf(inventory: Inventory, options: PreviewOptions): Preview {
  const verdictOf = flagVerdicts(options);
  const isMatch = matchOf(inventory, options);
  const unticked = options.unticked.size === 0 ? null : options.unticked;
  const flags = inventory.flags.values;
  const verdicts = new Uint8Array(inventory.rows);
  const [flagsOfDoomed, flagsOfMatching] = [new Uint32Array(COUNTED_FLAGS + 1), new Uint32Array(COUNTED_FLAGS + 1)];
  for (let row = 0; row < verdicts.length; row += 1) {
    const all = flags[row] ?? 0;
    if ((all & rowFlags.isSuperseded) !== 0 || !isMatch(row)) continue;
    const counted = all & COUNTED_FLAGS;
    const verdict = unticked?.has(row) === true ? UNTICKED : (verdictOf[counted] ?? DOOMED);
    verdicts[row] = verdict;
    increment(flagsOfMatching, counted);
    if (verdict === DOOMED) increment(flagsOfDoomed, counted);
  }
  return { options, inventory, verdicts, ...sumsOf(inventory, verdicts), flagsOfDoomed, flagsOfMatching };
}

/** In a pass of its own: sums beside the rest would be kept as objects, and take most of the time. */
function sumsOf({ sizeBytes }: Inventory, verdicts: Uint8Array): Pick<Preview, "doomed" | "kept"> {
  const sizes = sizeBytes.values;
  let [doomedFiles, doomedBytes, keptFiles, keptBytes] = [0, 0, 0, 0];
  for (let row = 0; row < verdicts.length; row += 1) {
    const verdict = verdicts[row] ?? NO_MATCH;
    if (verdict === NO_MATCH) continue;
    const bytes = sizes[row] || 0;
    if (verdict === DOOMED) {
      doomedFiles += 1;
      doomedBytes += bytes;
    } else {
      keptFiles += 1;
      keptBytes += bytes;
    }
  }
  return { doomed: { files: doomedFiles, bytes: doomedBytes }, kept: { files: keptFiles, bytes: keptBytes } };
}

function increment(counts: Uint32Array, index: number): void {
  counts[index] = (counts[index] ?? 0) + 1;
}

export const isDoomed = ({ verdicts }: Preview, row: number): boolean => verdicts[row] === DOOMED;
export const isKept = ({ verdicts }: Preview, row: number): boolean => (verdicts[row] ?? NO_MATCH) >= FIRST_REASON;
/** Whether a row matches the source, whatever becomes of it. */
export const isMatching = ({ verdicts }: Preview, row: number): boolean => (verdicts[row] ?? NO_MATCH) !== NO_MATCH;

/** Why a row stays; null for one that goes or does not match. */
export function reasonAt({ verdicts, inventory }: Preview, row: number): KeepReason | null {
  const verdict = verdicts[row] ?? NO_MATCH;
  if (verdict < FIRST_REASON) return null;
  const kind = keepKinds[verdict - FIRST_REASON];
  if (kind === undefined) return { kind: "unticked" };
  if (kind === "quarantined") return { kind, by: inventory.quarantinedByAt(row) ?? "" };
  if (kind === "protected" || kind === "url-preview" || kind === "possible-avatar") return { kind };
  return inventory.useAt(row);
}

/**
 * The reviewed list as a value that no later reading changes. Of the unread owners the run takes the names; they are
 * no part of several users of whom everything goes.
 */
export function freezePlan(preview: Preview, unread: readonly MediaOwner[]): Plan {
  const { inventory, options, verdicts } = preview;
  const doomed: ListedFile[] = [];
  const kept: KeptFile[] = [];
  for (let row = 0; row < verdicts.length; row += 1) {
    if (isDoomed(preview, row)) doomed.push(inventory.fileAt(row));
    const reason = reasonAt(preview, row);
    if (reason !== null) kept.push({ file: inventory.fileAt(row), reason });
  }
  const { engine, serverVersion } = options;
  const source = readOf(options.source, unread);
  return Object.freeze({ source, engine, serverVersion, doomed, planned: preview.doomed, kept, unread });
}

function readOf(source: Source, unread: readonly MediaOwner[]): Source {
  if (source.kind !== "users") return source;
  const unreadIds = new Set(unread.map(({ userId }) => userId));
  return { ...source, userIds: source.userIds.filter((userId) => !unreadIds.has(userId)) };
}

/** The verdict on a matching row by its bits, for every combination of them. */
function flagVerdicts(options: PreviewOptions): Uint8Array {
  const kinds = keptKinds(options);
  const reasons = keepKinds.map((kind, index) => ({ flag: kinds.has(kind) ? kindFlags[kind] : 0, index }));
  return Uint8Array.from({ length: COUNTED_FLAGS + 1 }, (_, flags) => {
    const reason = reasons.find(({ flag }) => (flags & flag) !== 0);
    return reason === undefined ? DOOMED : FIRST_REASON + reason.index;
  });
}

/** Source for Synapse's part: selection of "Delete local media by date or size", 1.61 and before. */
function keptKinds({ engine, source, serverVersion, keep }: PreviewOptions): ReadonlySet<KeepKind> {
  if (engine === "exact-list") return keep;
  if (engine === "whole-user") return new Set();
  const keepsAvatars = source.kind === "rule" && source.rule.keepAvatars;
  return new Set<KeepKind>([
    ...(keepsAvatars ? avatarKinds : []),
    ...(supports(serverVersion, "deleteByRuleSparesQuarantinedAndProtected")
      ? (["protected", "quarantined"] as const)
      : []),
  ]);
}

/** Which rows the source selects: by date and size and what narrows them, or all. */
function matchOf(inventory: Inventory, { source, deactivated }: PreviewOptions): (row: number) => boolean {
  if (source.kind !== "rule") return () => true;
  const { rule, filter } = source;
  const sizes = inventory.sizeBytes.values;
  const test = rowTestOf(filter, inventory, deactivated);
  return (row) => selects(rule, sizes[row] ?? NaN, inventory.usedMsAt(row)) && (test === null || test(row));
}

/** All that speaks for keeping the file of a row and is certain, the strongest first. */
export function reasonsOf(inventory: Inventory, row: number): readonly KeepReason[] {
  const flags = inventory.flags.values[row] ?? 0;
  const reasons: KeepReason[] = [];
  const use = inventory.useAt(row);
  if (use !== null) reasons.push(use);
  if ((flags & rowFlags.isProtected) !== 0) reasons.push({ kind: "protected" });
  const by = inventory.quarantinedByAt(row);
  if (by !== null) reasons.push({ kind: "quarantined", by });
  if ((flags & rowFlags.isUrlPreview) !== 0) reasons.push({ kind: "url-preview" });
  return reasons;
}
