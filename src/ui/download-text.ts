/** How long a browser may take to fetch the blob of a download, in ms. */
const REVOKE_AFTER_MS = 10_000;

export interface TextFile {
  readonly name: string;
  readonly text: string;
  /** Media type, with its charset where it has one. */
  readonly type: string;
}

/** Hands a text to the browser as a file. */
export function downloadText({ name, text, type }: TextFile): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, REVOKE_AFTER_MS);
}
