import type { Client } from "../../api/http";
import { findMedia } from "../../api/media-info";
import {
  protectMedia,
  quarantineMedia,
  quarantineRoomMedia,
  quarantineUserMedia,
  unprotectMedia,
  unquarantineMedia,
} from "../../api/moderation";
import { supports } from "../../api/synapse-version";
import { mxcOf } from "../../lib/mxc";
import type { MediaName } from "../../lib/mxc";
import { NotDoneError } from "../../sweep/action";
import type { Action, ActionTarget, Counts } from "../../sweep/action";

/** What can be done to single files besides deleting and saving them. */
export type FileAct = "protect" | "unprotect" | "quarantine" | "unquarantine";

/** The action that does this to each of the files. Their server is asked about each afterwards where it can be. */
export const fileAction = (act: FileAct, files: readonly MediaName[], serverVersion: string): Action => ({
  kind: act,
  style: "quick",
  targets: files.map((name): ActionTarget => ({
    on: mxcOf(name),
    call: async (client, signal) => calls[act](client, name, { serverVersion, signal }),
  })),
});

/** Everything a user uploaded and that is not protected. */
export const quarantineUserAction = (userId: string): Action => ({
  kind: "quarantine-user",
  style: "long",
  targets: [{ on: userId, call: async (client, signal) => quarantineUserMedia(client, userId, signal) }],
});

/** What the unencrypted events of a room name. */
export const quarantineRoomAction = (roomId: string): Action => ({
  kind: "quarantine-room",
  style: "long",
  targets: [{ on: roomId, call: async (client, signal) => quarantineRoomMedia(client, roomId, signal) }],
});

interface CallOptions {
  readonly serverVersion: string;
  readonly signal: AbortSignal;
}

type FileCall = (client: Client, name: MediaName, options: CallOptions) => Promise<Counts>;

const calls: Readonly<Record<FileAct, FileCall>> = {
  protect: async (client, { mediaId }, { signal }) => {
    await protectMedia(client, mediaId, signal);
    return {};
  },
  unprotect: async (client, { mediaId }, { signal }) => {
    await unprotectMedia(client, mediaId, signal);
    return {};
  },
  quarantine: async (client, name, options) => {
    await quarantineMedia(client, name, options.signal);
    return checked(client, name, { ...options, shouldBe: "quarantined" });
  },
  unquarantine: async (client, name, options) => {
    await unquarantineMedia(client, name, options.signal);
    return checked(client, name, { ...options, shouldBe: "released" });
  },
};

interface Check extends CallOptions {
  readonly shouldBe: "quarantined" | "released";
}

/**
 * Synapse answers 200 whatever it did, for unknown and protected files too: only the file itself tells. Before 1.140
 * no call tells of one file, and what is known is that Synapse took the request. Throws NotDoneError.
 */
async function checked(client: Client, name: MediaName, { serverVersion, signal, shouldBe }: Check): Promise<Counts> {
  if (!supports(serverVersion, "findMedia")) return { accepted: 1 };
  const known = await findMedia(client, name, signal);
  if (known === null) throw new NotDoneError(UNKNOWN);
  const isQuarantined = known.file.quarantinedBy !== null;
  if (isQuarantined === (shouldBe === "quarantined")) return { [shouldBe]: 1 };
  if (isQuarantined) throw new NotDoneError(STILL_QUARANTINED);
  throw new NotDoneError(known.origin === "local" && known.file.isProtected ? PROTECTED : LEFT_OUT);
}

const UNKNOWN = {
  title: "Synapse knows no such file",
  advice: "It may have been deleted meanwhile, or is not cached here. Reload the list.",
  words: null,
};

const PROTECTED = {
  title: "It is protected, and Synapse leaves protected files out",
  advice: "Remove the protection first, then quarantine it.",
  words: null,
};

const LEFT_OUT = {
  title: "Synapse took the request, and the file is not quarantined",
  advice: "It may have been released again meanwhile. Look at its details and try again.",
  words: null,
};

const STILL_QUARANTINED = {
  title: "Synapse took the request, and the file is still quarantined",
  advice: "It may have been quarantined again meanwhile. Look at its details and try again.",
  words: null,
};
