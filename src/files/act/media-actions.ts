import { findMedia } from "../../api/media-info";
import type { KnownFile } from "../../api/media-info";
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
  targets: files.map((name) => ({ on: mxcOf(name), ...calls[act](name, serverVersion) })),
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

type FileCall = (name: MediaName, serverVersion: string) => Pick<ActionTarget, "call" | "check">;

const calls: Readonly<Record<FileAct, FileCall>> = {
  protect: ({ mediaId }) => ({
    call: async (client, signal) => {
      await protectMedia(client, mediaId, signal);
      return {};
    },
  }),
  unprotect: ({ mediaId }) => ({
    call: async (client, signal) => {
      await unprotectMedia(client, mediaId, signal);
      return {};
    },
  }),
  quarantine: (name, serverVersion) => ({
    call: async (client, signal) => {
      await quarantineMedia(client, name, signal);
      return { accepted: 1 };
    },
    ...checkOf(name, "quarantined", serverVersion),
  }),
  unquarantine: (name, serverVersion) => ({
    call: async (client, signal) => {
      await unquarantineMedia(client, name, signal);
      return { accepted: 1 };
    },
    ...checkOf(name, "released", serverVersion),
  }),
};

type State = "quarantined" | "released";

/**
 * Synapse answers 200 whatever it did, for unknown and protected files too: only the file itself tells. Before 1.140
 * no call tells of one file, and what is known is that Synapse took the request.
 */
function checkOf(name: MediaName, shouldBe: State, serverVersion: string): Pick<ActionTarget, "check"> {
  if (!supports(serverVersion, "findMedia")) return {};
  return { check: async (client, signal) => stateCount(await findMedia(client, name, signal), shouldBe) };
}

/** Throws NotDoneError where it is not as it should be. */
function stateCount(known: KnownFile | null, shouldBe: State): Counts {
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
