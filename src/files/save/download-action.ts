import { describeError } from "../../api/describe-error";
import { isAbort } from "../../api/errors";
import { mxcOf } from "../../lib/mxc";
import { uniqueFileNames } from "../../lib/file-names";
import { NotDoneError } from "../../sweep/action";
import type { Action, Counts } from "../../sweep/action";
import { readPatiently } from "../../sweep/patience";
import type { ActFile } from "../act/act-file";
import { fetchWhole } from "../look/fetch-content";
import type { FetchDeps } from "../look/fetch-content";
import { usedBeforeLook } from "../look/looked-at";
import { MANIFEST_NAME, manifestCsv } from "./manifest";
import type { Saved } from "./manifest";
import { openZip } from "./zip-sink";
import type { ZipSink, ZipTarget } from "./zip-sink";

/** What can be fetched of those asked for. */
export interface Fetchable {
  readonly fetched: readonly ActFile[];
  /** Quarantined, or never finished. What is in quarantine an admin fetches file by file, warned before each. */
  readonly leftOut: readonly ActFile[];
}

export const fetchableOf = (files: readonly ActFile[]): Fetchable => ({
  fetched: files.filter((file) => whyLeftOut(file) === null),
  leftOut: files.filter((file) => whyLeftOut(file) !== null),
});

function whyLeftOut({ quarantinedBy, sizeBytes }: ActFile): string | null {
  if (quarantinedBy !== null)
    return "Quarantined: left out of zip files. Since Synapse 1.145 its details offer to download it all the same.";
  return sizeBytes === null ? "Unfinished: no content was ever uploaded." : null;
}

export interface DownloadPlan {
  readonly files: readonly ActFile[];
  readonly zipName: string;
  readonly target: ZipTarget;
  readonly deps: FetchDeps;
}

/**
 * Fetches files one after the other into a zip, with a manifest of all that were asked for. Each fetch counts as use:
 * Synapse sets the access time within a minute. Stopped, the zip ends with what it holds, and the manifest says so.
 */
export function downloadAction(plan: DownloadPlan): Action {
  const { fetched, leftOut } = fetchableOf(plan.files);
  const download: Download = { ...plan, zip: openZip(plan.target), saved: new Map() };
  for (const file of leftOut) download.saved.set(mxcOf(file), { what: "left-out", why: whyLeftOut(file) ?? "" });
  const names = uniqueFileNames(
    fetched.map(({ name }) => name),
    fetched.map(({ mediaId }) => mediaId),
    [MANIFEST_NAME],
  );
  return {
    kind: "download",
    style: "read",
    targets: fetched.map((file, index) => ({
      on: mxcOf(file),
      call: (_, signal) => saveOne(download, { file, name: names[index] ?? file.mediaId }, signal),
    })),
    last: { on: plan.zipName, call: () => endZip(download) },
  };
}

interface Download extends DownloadPlan {
  readonly zip: ZipSink;
  /** By mxc URI. */
  readonly saved: Map<string, Saved>;
}

interface Named {
  readonly file: ActFile;
  readonly name: string;
}

async function saveOne(download: Download, { file, name }: Named, signal: AbortSignal): Promise<Counts> {
  const { zip, saved, deps } = download;
  try {
    // Fetching would count as use, and be for nothing.
    zip.check();
    const { blob } = await readPatiently(async () => fetchWhole(file, deps, signal), deps.patience, signal);
    await zip.add({ name, lastModified: new Date(file.createdMs), input: blob });
    saved.set(mxcOf(file), { what: "saved", name, sizeBytes: blob.size });
    return { saved: 1 };
  } catch (error) {
    if (!isAbort(error)) {
      const problem = error instanceof NotDoneError ? error.problem : describeError(error);
      saved.set(mxcOf(file), { what: "failed", problem });
    }
    throw error;
  }
}

async function endZip({ zip, files, saved, deps }: Download): Promise<Counts> {
  // What the list says of a file that was looked at before is the look itself.
  const asBefore = files.map((file) => ({ ...file, lastAccessMs: usedBeforeLook(file, deps.memory.of(file)) }));
  const manifest = manifestCsv(asBefore, (file) => saved.get(mxcOf(file)));
  await zip.add({ name: MANIFEST_NAME, lastModified: new Date(), input: manifest });
  await zip.end();
  return {};
}
