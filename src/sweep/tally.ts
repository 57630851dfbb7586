/** How many files, and their bytes; a file without a size counts nothing. */
export interface Tally {
  readonly files: number;
  readonly bytes: number;
}

export const NO_FILES: Tally = { files: 0, bytes: 0 };

/** The sum of files. */
export const tallyOfFiles = (files: readonly { readonly sizeBytes: number | null }[]): Tally => ({
  files: files.length,
  bytes: files.reduce((sum, { sizeBytes }) => sum + (sizeBytes ?? 0), 0),
});
