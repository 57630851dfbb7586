import { purgeRemoteMedia } from "../../api/remote-media";
import type { Action } from "../../sweep/action";

/** The purge of every copy last used before that moment, in ms since 1970: one call, however long it takes. */
export const purgeAction = (beforeMs: number): Action => ({
  kind: "purge-remote-media",
  style: "long",
  targets: [
    {
      on: new Date(beforeMs).toISOString(),
      call: async (client, signal) => ({ purged: await purgeRemoteMedia(client, beforeMs, signal) }),
    },
  ],
});
