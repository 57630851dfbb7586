import type { MediaFile } from "../api/media-page";

/** What a file without a name is called, by what is known of it; null for a file with a name. */
export function whatItIs(file: MediaFile): string | null {
  if (file.name !== null) return null;
  if (file.isUrlPreview) return "URL preview";
  if (file.sizeBytes === null) return "Unfinished upload";
  return isUnreadable(file) ? "Encrypted or unknown content" : "Unnamed file";
}

/** Whether nothing tells what is in a file: clients encrypt the name and the type together with the content. */
export const isUnreadable = ({ name, type, isUrlPreview }: MediaFile): boolean =>
  name === null && !isUrlPreview && type === "application/octet-stream";

/** By what the controls of a row call the file. */
export const labelOf = (file: MediaFile): string => file.name ?? file.mediaId;

/** A word about the state of a file, with the colour of its badge. */
export interface StateWord {
  readonly text: string;
  readonly color: "orange" | "blue" | "gray";
}

/** What is special about a file; empty for most. */
export function statesOf(file: MediaFile): readonly StateWord[] {
  const states: StateWord[] = [];
  if (file.quarantinedBy !== null) states.push({ text: "Quarantined", color: "orange" });
  if (file.isProtected) states.push({ text: "Protected", color: "blue" });
  if (file.isUrlPreview) states.push({ text: "URL preview", color: "gray" });
  if (file.sizeBytes === null) states.push({ text: "Unfinished", color: "gray" });
  return states;
}
