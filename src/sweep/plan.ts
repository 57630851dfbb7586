import { supports } from "../api/synapse-version";
import type { MediaFile } from "../api/media-page";
import type { MediaOwner } from "../api/statistics";
import type { AvatarUse, AvatarUses } from "./protect";
import type { Rule } from "./rule";

/** Who selects what goes when the plan is run. */
export type Engine =
  /** Synapse, by date and size. It keeps every avatar ever worn, which no client can list. */
  | "synapse-rule"
  /** The reviewed list, file by file. */
  | "exact-list"
  /** Synapse, everything one user has, also what arrives meanwhile. */
  | "whole-user";

/** What the admin asked for. */
export type Source =
  | { readonly kind: "rule"; readonly rule: Rule }
  | { readonly kind: "user"; readonly userId: string }
  | { readonly kind: "picked"; readonly userId: string };

/** Why a file that matches stays. */
export type KeepReason =
  | AvatarUse
  | { readonly kind: "protected" }
  | { readonly kind: "quarantined"; readonly by: string }
  | { readonly kind: "url-preview" }
  | { readonly kind: "unticked" };

/** The reasons that "exactly this list" can keep a file for. */
export const keepKinds = ["profile-picture", "room-avatar", "protected", "quarantined", "url-preview"] as const;
export type KeepKind = (typeof keepKinds)[number];

export interface KeptFile {
  readonly file: MediaFile;
  readonly reason: KeepReason;
}

/** What the classification rests on. */
export interface PlanOptions {
  readonly source: Source;
  readonly engine: Engine;
  readonly serverVersion: string;
  readonly avatars: AvatarUses;
  /** For "exactly this list": the reasons that keep. */
  readonly keep: ReadonlySet<KeepKind>;
  /** Media IDs the admin took out by hand. */
  readonly unticked: ReadonlySet<string>;
  /** Owners whose files could not be listed. */
  readonly unread: readonly MediaOwner[];
}

/** The reviewed list as a value: what a run receives, and nothing else. */
export interface Plan {
  readonly source: Source;
  readonly engine: Engine;
  readonly serverVersion: string;
  readonly doomed: readonly MediaFile[];
  readonly doomedBytes: number;
  readonly kept: readonly KeptFile[];
  /** Owners with files that statistics count and no list names. Synapse's rule takes those too. */
  readonly unread: readonly MediaOwner[];
}

/**
 * Splits files that match date and size into those to delete and those kept, each with its reason. Depends on the
 * engine and the server's version: under Synapse's rule only what that version keeps is kept, under "exactly this
 * list" what the admin chose to keep, and nothing is kept of a user of whom everything goes.
 */
export function buildPlan(files: readonly MediaFile[], options: PlanOptions): Plan {
  const kinds = keptKinds(options);
  const doomed: MediaFile[] = [];
  const kept: KeptFile[] = [];
  for (const file of files) {
    const reason = options.unticked.has(file.mediaId)
      ? ({ kind: "unticked" } as const)
      : (reasonsOf(file, options.avatars).find(({ kind }) => kinds.has(kind)) ?? null);
    if (reason === null) doomed.push(file);
    else kept.push({ file, reason });
  }
  const { source, engine, serverVersion, unread } = options;
  return Object.freeze({ source, engine, serverVersion, doomed, doomedBytes: bytesOf(doomed), kept, unread });
}

/** The sum of the files' sizes in bytes; a file without a size counts nothing. */
export const bytesOf = (files: readonly MediaFile[]): number =>
  files.reduce((sum, file) => sum + (file.sizeBytes ?? 0), 0);

/** A reason that lies in the file itself or its use, not in the admin's choice. */
type FileReason = Exclude<KeepReason, { kind: "unticked" }>;

/** All that speaks for keeping a file, the strongest first. */
export function reasonsOf(file: MediaFile, avatars: AvatarUses): readonly FileReason[] {
  const use = avatars.get(file.mediaId);
  const reasons: FileReason[] = use === undefined ? [] : [use];
  if (file.isProtected) reasons.push({ kind: "protected" });
  if (file.quarantinedBy !== null) reasons.push({ kind: "quarantined", by: file.quarantinedBy });
  if (file.isUrlPreview) reasons.push({ kind: "url-preview" });
  return reasons;
}

/** Source for Synapse's part: selection of "Delete local media by date or size", 1.61 and before. */
function keptKinds({ engine, source, serverVersion, keep }: PlanOptions): ReadonlySet<KeepReason["kind"]> {
  if (engine === "exact-list") return keep;
  if (engine === "whole-user") return new Set();
  const keepsAvatars = source.kind === "rule" && source.rule.keepAvatars;
  return new Set<KeepReason["kind"]>([
    ...(keepsAvatars ? (["profile-picture", "room-avatar"] as const) : []),
    ...(supports(serverVersion, "deleteByRuleSparesQuarantinedAndProtected")
      ? (["protected", "quarantined"] as const)
      : []),
  ]);
}
