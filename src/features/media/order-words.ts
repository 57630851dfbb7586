import type { MediaOrder } from "../../api/media";

/** What the orders of Synapse's list are called. */
export const orderWords: Readonly<Record<MediaOrder, string>> = {
  created_ts: "Upload date",
  last_access_ts: "Last used",
  media_length: "Size",
  upload_name: "Name",
  media_type: "Type",
  media_id: "Media ID",
  quarantined_by: "Quarantined by",
  safe_from_quarantine: "Protected",
};

/** Orders in which rows can lack the value; the server's database then puts them first or last. */
const ordersWithGaps: ReadonlySet<MediaOrder> = new Set([
  "last_access_ts",
  "media_length",
  "upload_name",
  "media_type",
  "quarantined_by",
] as const);

/**
 * Said below the order, where it does something that nobody would expect; null where it does not. Where the whole list
 * is read it is sorted here, and files without a value have their place.
 */
export function orderHint(order: MediaOrder, isWhole: boolean): string | null {
  if (isWhole && order === "last_access_ts") return "Files that were never opened are sorted by their upload.";
  if (isWhole) return ordersWithGaps.has(order) ? "Files without this value stand at the end of the list." : null;
  if (order === "last_access_ts") {
    return "Files that were never opened stand together at one end of the list. Which end depends on the server's database.";
  }
  return ordersWithGaps.has(order)
    ? "Files without this value stand together at one end of the list. Which end depends on the server's database."
    : null;
}
