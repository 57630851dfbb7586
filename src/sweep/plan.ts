import type { MediaOwner } from "../api/statistics";
import type { Filter } from "./filter";
import type { ListedFile } from "./inventory";
import type { AvatarUse } from "./protect";
import type { Rule } from "./rule";
import type { Tally } from "./tally";

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
  | { readonly kind: "rule"; readonly rule: Rule; readonly filter: Filter }
  | { readonly kind: "user"; readonly userId: string }
  /** Everything that several users have. */
  | { readonly kind: "users"; readonly userIds: readonly string[] }
  | HandPicked;

/** Files that the admin picked from a list, as they stood there. */
export type HandPicked =
  | { readonly kind: "picked"; readonly userId: string }
  /** From the media of a room: of any owner. */
  | { readonly kind: "room"; readonly roomId: string; readonly name: string | null };

/** Whether the files of a source are picked already, so that no list of them is read. */
export const isHandPicked = (source: Source): source is HandPicked =>
  source.kind === "picked" || source.kind === "room";

/** Why a file that matches stays. */
export type KeepReason =
  | AvatarUse
  | { readonly kind: "protected" }
  | { readonly kind: "quarantined"; readonly by: string }
  | { readonly kind: "url-preview" }
  /** A picture whose owner may have worn it once: no list tells, and Synapse's own rule would keep it. */
  | { readonly kind: "possible-avatar" }
  | { readonly kind: "unticked" };

/** The reasons that "exactly this list" can keep a file for, the strongest first. */
export const keepKinds = [
  "profile-picture",
  "room-avatar",
  "member-picture",
  "protected",
  "quarantined",
  "url-preview",
  "possible-avatar",
] as const;
export type KeepKind = (typeof keepKinds)[number];

/** Those of which it is certain that they hold. */
export const certainKinds = keepKinds.filter((kind) => kind !== "possible-avatar");

/** Pictures in use: what the rule's own switch is about. */
export const avatarKinds = ["profile-picture", "room-avatar", "member-picture"] as const;

export interface KeptFile {
  readonly file: ListedFile;
  readonly reason: KeepReason;
}

/** A date and a size, maybe with further conditions. */
export type RuleSource = Extract<Source, { kind: "rule" }>;

/** Owners of whom a run may take files that no list names: Synapse's rule goes by no list. */
export const unlistedOf = ({ engine, unread }: Pick<Plan, "engine" | "unread">): readonly MediaOwner[] =>
  engine === "synapse-rule" ? unread : [];

/** The reviewed list as a value: what a run receives, and nothing else. */
export interface Plan {
  readonly source: Source;
  readonly engine: Engine;
  readonly serverVersion: string;
  readonly doomed: readonly ListedFile[];
  readonly planned: Tally;
  readonly kept: readonly KeptFile[];
  /** Owners with files that statistics count and no list names. Synapse's rule takes those too. */
  readonly unread: readonly MediaOwner[];
}
