import type { MediaFile } from "../api/media-page";
import type { MediaOwner } from "../api/statistics";
import { NO_FILTER } from "./filter";
import { Inventory } from "./inventory";
import { keepKinds } from "./plan";
import type { Plan } from "./plan";
import { freezePlan, previewOf } from "./preview";
import type { Preview, PreviewOptions } from "./preview";
import type { AvatarUses } from "./protect";
import { RowSet } from "./row-set";
import type { Rule } from "./rule";

/** An inventory of files made by hand, each in the row of its index, for specs. */
export function inventoryOf(files: readonly MediaFile[]): Inventory {
  const inventory = new Inventory();
  for (const file of files) inventory.append(file.userId, [file]);
  return inventory;
}

export interface SpecOptions extends Partial<Omit<PreviewOptions, "unticked">> {
  readonly avatars?: AvatarUses;
  /** Media IDs. */
  readonly unticked?: readonly string[];
  readonly unread?: readonly MediaOwner[];
}

/** The source of a rule that nothing narrows, for specs. */
export const sourceOf = (rule: Rule) => ({ kind: "rule", rule, filter: NO_FILTER }) as const;

const ALL_RULE: Rule = { beforeMs: Number.MAX_SAFE_INTEGER, largerThanBytes: 0, keepAvatars: true };

/** A preview of files made by hand, for specs: of Synapse's rule over all of them unless told otherwise. */
export function previewFiles(files: readonly MediaFile[], options: SpecOptions = {}): Preview {
  const inventory = inventoryOf(files);
  inventory.markUses(options.avatars ?? new Map());
  return previewOf(inventory, {
    source: sourceOf(ALL_RULE),
    engine: "synapse-rule",
    serverVersion: "1.163.2",
    keep: new Set(keepKinds),
    deactivated: new Set(),
    ...options,
    unticked: RowSet.EMPTY.with(inventory.rowsOf(new Set(options.unticked))),
  });
}

/** The plan that such a preview becomes. */
export const planFiles = (files: readonly MediaFile[], options: SpecOptions = {}): Plan =>
  freezePlan(previewFiles(files, options), options.unread ?? []);
