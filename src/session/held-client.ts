import type { Client } from "../api/http";
import type { HeldLock } from "./held-lock";

/**
 * The client of a run that holds this lock: no call that changes anything goes out once another tab has the run. It
 * looks before each, because a call may be one that waited to be repeated while this tab slept. Such a call throws the
 * reason of `held.lost`.
 */
export function heldClient(client: Client, held: HeldLock): Client {
  const ifHeld = async <T>(call: () => Promise<T>): Promise<T> => {
    held.touch();
    held.lost.throwIfAborted();
    return call();
  };
  return {
    ...client,
    post: async (call) => ifHeld(async () => client.post(call)),
    delete: async (call) => ifHeld(async () => client.delete(call)),
  };
}
