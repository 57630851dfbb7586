import { useSyncExternalStore } from "react";
import { queryClient } from "../../queries/current-query-client";
import { serverQueries } from "../../queries/server";
import { currentDeps, session } from "../../session/current";
import { fetchShown } from "./fetch-content";
import type { FetchDeps } from "./fetch-content";
import { forgetConsent } from "./look-consent";
import type { LookFile } from "./look-file";
import { createLookMemory } from "./looked-at";
import type { LookedAt } from "./looked-at";
import { createLooks } from "./looks";
import type { Look, LookSize } from "./looks";

const memory = createLookMemory();

/** What fetching needs, of the account in use. Throws where nobody is signed in or the homeserver's version stays unknown. */
export async function fetchDeps(): Promise<FetchDeps> {
  const { client, patience } = currentDeps();
  const serverVersion = await queryClient.ensureQueryData(serverQueries.version(client));
  return { client, patience, memory, serverVersion, nowMs: () => Date.now() };
}

/** What this page is looking at. */
export const looks = createLooks({
  fetch: async (wish, signal) => fetchShown(wish, await fetchDeps(), signal),
  createUrl: (blob) => URL.createObjectURL(blob),
  revokeUrl: (url) => {
    URL.revokeObjectURL(url);
  },
});

session.subscribe(() => {
  if (session.get().status !== "signed-out") return;
  looks.closeAll();
  memory.clear();
  forgetConsent();
});

/** What became of the wish to see that file in that size. */
export const useLook = (file: LookFile, size: LookSize): Look =>
  useSyncExternalStore(looks.subscribe, () => looks.of(file, size));

/** What looking at that file has changed since the sign-in; null where nobody looked. */
export const useLookedAt = (file: Pick<LookFile, "serverName" | "mediaId">): LookedAt | null =>
  useSyncExternalStore(memory.subscribe, () => memory.of(file));
