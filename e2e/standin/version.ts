/** Major and minor number of a Synapse release. */
export type Version = readonly [major: number, minor: number];

/** Whether the reported version, which may carry a suffix, is that release or a later one. */
export function isSince(reported: string, [major, minor]: Version): boolean {
  const [ownMajor = 0, ownMinor = 0] = reported.split(".").map((part) => Number.parseInt(part, 10));
  return ownMajor > major || (ownMajor === major && ownMinor >= minor);
}
