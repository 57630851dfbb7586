import { describeError } from "../../api/describe-error";
import type { ErrorText } from "../../api/describe-error";
import { HttpError } from "../../api/errors";
import { serverNameOfAlias } from "../../lib/matrix-id";

/**
 * The other server that Synapse would ask for what is searched for: a room alias is known to its own server alone. Null
 * where this one finds it.
 */
export function foreignServerOf(text: string, serverName: string): string | null {
  const server = serverNameOfAlias(text);
  return server === serverName ? null : server;
}

/** Why a search failed. Synapse answers 502 where the alias's own server does not answer it. */
export function describeSearch(error: unknown, foreignServer: string | null): ErrorText {
  const isSilent = error instanceof HttpError && error.status === 502 && error.errcode !== null;
  if (!isSilent || foreignServer === null) return describeError(error);
  return {
    title: `The alias's own server does not answer: ${foreignServer}`,
    advice: "Check how it is spelt, or try again later. By its name or ID a room is found without that server.",
    words: error.words,
  };
}
