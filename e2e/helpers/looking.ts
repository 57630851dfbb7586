import { type Page, expect } from "@playwright/test";

import type { Standin } from "../standin/handle";

/** Paths that hand out content, which counts as use: what, and of which file. */
const CONTENT =
  /\/_matrix\/(?:client\/v\d+\/)?media\/(?:v\d+\/|r0\/)?(download|thumbnail|preview_url)(?:\/[^/]+\/(.+))?/;

/** Reads the notice that comes before the first look, and goes on. */
export async function goOn(page: Page): Promise<void> {
  const notice = page.getByRole("dialog", { name: "Looking counts as use" });
  await notice.getByRole("button", { name: "Go on" }).click();
  await expect(notice).toHaveCount(0);
}

/** Whether a request to that path counts as use of a file. */
export const isUse = (path: string): boolean => CONTENT.test(path);

/** What was asked for of which file, in the order of the requests: for instance "thumbnail annFace". */
export const askedFor = (standin: Standin): readonly string[] =>
  standin.requests.flatMap(({ method, path }) => {
    const [, what, mediaId] = CONTENT.exec(path) ?? [];
    return method === "GET" && what !== undefined ? [`${what} ${mediaId ?? ""}`] : [];
  });
