/**
 * Whether that version of Synapse has uploads in two steps, of which the first reserves a media ID.
 * Source: Synapse's changelog, 1.97 (asynchronous uploads, MSC2246).
 */
export function hasReservations(version: string): boolean {
  return version.localeCompare("1.97.0", "en", { numeric: true }) >= 0;
}
