import type { Formatter } from "../../lib/formatter";
import type { Fetchable } from "./download-action";
import { MOST_IN_MEMORY_BYTES } from "./zip-target";

/** What a download does and what not, in whole sentences. */
export function downloadFacts(formatter: Formatter, { leftOut }: Fetchable): readonly string[] {
  const left = formatter.plural(leftOut.length, {
    one: "{count} of them is left out: quarantined, or never finished. Since Synapse 1.145 the details of a quarantined file offer to download it all the same.",
    other:
      "{count} of them are left out: quarantined, or never finished. Since Synapse 1.145 the details of a quarantined file offer to download it all the same.",
  });
  return [
    "Downloading counts as use: within a minute Synapse records each of these files as last used now. Date rules and retention will then keep them for longer.",
    "The files go into one zip file, each under the name it was uploaded with. A table beside them, manifest.csv, names every file with its owner, its hash and when it was last used before.",
    "What was encrypted stays encrypted: Synapse has no key.",
    ...(leftOut.length === 0 ? [] : [left]),
  ];
}

/** Why these files cannot be downloaded at once; null where they can. */
export function whyNotDownload(formatter: Formatter, { fetched }: Fetchable, canStream: boolean): string | null {
  if (fetched.length === 0)
    return "All of these files are quarantined or unfinished: there is nothing that a zip could hold.";
  const bytes = sumOf(fetched);
  if (canStream || bytes <= MOST_IN_MEMORY_BYTES) return null;
  return `These are ${formatter.bytes(bytes)}. This browser cannot write a file to the disk while it is made, as Chrome and Edge can on https: it gathers all of it in memory, so at most ${formatter.bytes(MOST_IN_MEMORY_BYTES)} at a time. Select fewer files.`;
}

/** "Download 38 files · 1.2 MB" */
export function downloadLabel(formatter: Formatter, { fetched }: Fetchable): string {
  const bytes = formatter.bytes(sumOf(fetched));
  return formatter.plural(fetched.length, {
    one: `Download {count} file · ${bytes}`,
    other: `Download {count} files · ${bytes}`,
  });
}

const sumOf = (files: Fetchable["fetched"]): number => files.reduce((sum, { sizeBytes }) => sum + (sizeBytes ?? 0), 0);
