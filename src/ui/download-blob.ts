/** How long a browser may take to fetch the blob of a download, in ms. */
const REVOKE_AFTER_MS = 10_000;

/** Hands content to the browser as a file of that name. */
export function downloadBlob(name: string, blob: Blob): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, REVOKE_AFTER_MS);
}
