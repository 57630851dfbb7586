import { type Page, expect } from "@playwright/test";

import type { Fault } from "../standin/faults";
import type { Standin } from "../standin/handle";
import { BLOCKED, CUT, status } from "./console-errors";

/** One way in which the call of a deletion can go wrong, and what the browser then writes to its console. */
export interface DeletionFault {
  readonly what: string;
  readonly fault: Fault;
  /** How often in a row; once unless given. */
  readonly times?: number;
  readonly errors: readonly RegExp[];
}

/** The request was not carried out, and nobody can know that from the answer. */
export const lostBefore: readonly DeletionFault[] = [
  { what: "500 by Synapse", fault: { kind: "internal-error" }, errors: [status(500)] },
  {
    what: "a proxy's 502 page without CORS headers",
    fault: { kind: "proxy-page", status: 502, cors: false },
    errors: BLOCKED,
  },
  // Twice, as a browser repeats by itself what it sent over a connection that had grown old.
  { what: "a connection cut before anything was done", fault: { kind: "drop" }, times: 2, errors: CUT },
  { what: "an answer of another shape", fault: { kind: "wrong-shape" }, errors: [] },
];

/** The request was carried out, and its answer lost. */
export const lostAfter: readonly DeletionFault[] = [
  { what: "a proxy's 504 page", fault: { kind: "after", loss: "504" }, errors: BLOCKED },
  // Carried out twice for the same reason.
  { what: "a connection cut", fault: { kind: "after", loss: "drop" }, times: 2, errors: CUT },
];

/** How many calls that delete have reached the server. */
export const countDeletions = ({ requests }: Standin): number =>
  requests.filter(({ method }) => method === "POST" || method === "DELETE").length;

/** Waits until a new token is asked for, and gives it. */
export async function renewToken(page: Page, accessToken: string): Promise<void> {
  const dialog = page.getByRole("dialog", { name: "Your access token is no longer accepted" });
  await dialog.getByLabel("Access token", { exact: true }).fill(accessToken);
  await dialog.getByRole("button", { name: "Use this token" }).click();
  await expect(dialog).toHaveCount(0);
}
