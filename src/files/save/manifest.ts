import type { ErrorText } from "../../api/describe-error";
import { mxcOf } from "../../lib/mxc";
import { safeCsv } from "../../sweep/safe-csv";
import type { ActFile } from "../act/act-file";

export const MANIFEST_NAME = "manifest.csv";

/** What became of one file of a download. */
export type Saved =
  | { readonly what: "saved"; readonly name: string; readonly sizeBytes: number }
  | { readonly what: "failed"; readonly problem: ErrorText }
  | { readonly what: "left-out"; readonly why: string };

/** The table beside the files in the zip: a line for each that was asked for. Times in UTC, sizes in bytes. */
export const manifestCsv = (files: readonly ActFile[], saved: (file: ActFile) => Saved | undefined): string =>
  safeCsv(files.map((file) => lineOf(file, saved(file))));

function lineOf(file: ActFile, saved: Saved | undefined) {
  return {
    mxc: mxcOf(file),
    name_in_zip: saved?.what === "saved" ? saved.name : "",
    original_name: file.name ?? "",
    type: file.type ?? "",
    listed_size_bytes: file.sizeBytes ?? "",
    saved_size_bytes: saved?.what === "saved" ? saved.sizeBytes : "",
    sha256: file.sha256 ?? "",
    uploaded: isoOrEmpty(file.createdMs),
    last_used_before_download: isoOrEmpty(file.lastAccessMs),
    owner: file.userId ?? "",
    result: saved?.what ?? "not-attempted",
    reason: reasonOf(saved),
    server_words: saved?.what === "failed" ? (saved.problem.words ?? "") : "",
  };
}

function reasonOf(saved: Saved | undefined): string {
  if (saved === undefined) return "The download was stopped before.";
  if (saved.what === "saved") return "";
  return saved.what === "failed" ? saved.problem.title : saved.why;
}

/** Times come from a database and may be anything. */
function isoOrEmpty(ms: number | null): string {
  if (ms === null) return "";
  return Math.abs(ms) <= 8.64e15 ? new Date(ms).toISOString() : String(ms);
}
