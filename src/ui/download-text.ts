import { downloadBlob } from "./download-blob";

export interface TextFile {
  readonly name: string;
  readonly text: string;
  /** Media type, with its charset where it has one. */
  readonly type: string;
}

/** Hands a text to the browser as a file. */
export function downloadText({ name, text, type }: TextFile): void {
  downloadBlob(name, new Blob([text], { type }));
}
