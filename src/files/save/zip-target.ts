import { downloadBlob } from "../../ui/download-blob";
import type { ZipTarget } from "./zip-sink";

declare global {
  interface Window {
    /** Chrome and Edge, on https and localhost. Rejects with AbortError where the admin cancels it. */
    readonly showSaveFilePicker?: (options: {
      readonly suggestedName: string;
      readonly types: readonly {
        readonly description: string;
        readonly accept: Readonly<Record<string, readonly string[]>>;
      }[];
    }) => Promise<FileSystemFileHandle>;
  }
}

/** Whether this browser can write a file to the disk while it is made. */
export const canStreamToDisk = (): boolean => window.showSaveFilePicker !== undefined;

/**
 * What a browser without that can gather, in bytes: all of it is kept until the last byte, and beyond about this much
 * browsers give up and lose everything.
 */
export const MOST_IN_MEMORY_BYTES = 1_000_000_000;

/**
 * Asks where the zip is to go, in browsers that can write to it bit by bit; to be called from a press of a button. Rejects
 * with AbortError where the admin cancels, else with what the browser objects to.
 */
export async function chooseTarget(zipName: string): Promise<ZipTarget> {
  if (window.showSaveFilePicker === undefined) return inMemory(zipName);
  const handle = await window.showSaveFilePicker({
    suggestedName: zipName,
    types: [{ description: "Zip file", accept: { "application/zip": [".zip"] } }],
  });
  const file = await handle.createWritable();
  return (zip) => zip.pipeTo(file);
}

const inMemory =
  (zipName: string): ZipTarget =>
  async (zip) => {
    const blob = await new Response(zip, { headers: { "Content-Type": "application/zip" } }).blob();
    downloadBlob(zipName, blob);
  };
