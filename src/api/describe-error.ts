import {
  DecodeError,
  HttpError,
  ListChangedError,
  SessionEndedError,
  UnreachableError,
  UnsettledError,
  isUnrecognized,
} from "./errors";
import type { Silence } from "./errors";

/** An error in words an admin can act on. */
export interface ErrorText {
  /** What happened. */
  readonly title: string;
  /** What to do next. */
  readonly advice: string;
  /** Synapse's own words, where it said any. */
  readonly words: string | null;
}

const silences: Record<Silence, Omit<ErrorText, "words">> = {
  "nothing-answers": {
    title: "Nothing answers at the homeserver's address",
    advice: "Check that Synapse and the reverse proxy are running, and that this device is online. Then try again.",
  },
  hidden: {
    title: "Something answers, but the browser may not read it",
    advice:
      "The answer has no CORS headers, or the connection was cut. Usually a reverse proxy sent its own error page, gave up waiting, or does not pass /_synapse/admin on to Synapse. Look at the proxy's error log.",
  },
  timeout: {
    title: "The homeserver did not answer in time",
    advice: "It may be busy. Wait a moment, then try again.",
  },
};

const LIST_CHANGED = {
  title: "The list of files changed each time it was read",
  advice: "Files are being uploaded or deleted meanwhile. Wait until that is calmer, then try again.",
};

const UNSETTLED = {
  title: "Synapse may still be deleting",
  advice:
    "An answer was lost, and the lists of files were still changing ten minutes later. Wait until that is calmer, then look what is left.",
};

/** Turns anything that was thrown into words. Exhaustive over the family in errors.ts; the rest is a fault of this app. */
export function describeError(error: unknown): ErrorText {
  if (error instanceof UnreachableError) return { ...silences[error.silence], words: null };
  if (error instanceof SessionEndedError) {
    return {
      title: "The access token is no longer accepted",
      advice: "Enter a new token of the same account to go on where you are.",
      words: error.words,
    };
  }
  if (error instanceof HttpError) return { ...describeStatus(error), words: error.words };
  if (error instanceof DecodeError) {
    const place = error.at === "" ? "" : ` (at ${error.at})`;
    return {
      title: "The answer is not what Synapse sends here",
      advice: `${error.message}${place}. Check that nothing between this page and Synapse changes its answers.`,
      words: null,
    };
  }
  if (error instanceof ListChangedError) return { ...LIST_CHANGED, words: null };
  if (error instanceof UnsettledError) return { ...UNSETTLED, words: null };
  return {
    title: "Something went wrong in Mediasweep itself",
    advice: `Reload the page. If it happens again, please report it: ${error instanceof Error ? error.message : String(error)}`,
    words: null,
  };
}

function describeStatus(error: HttpError): Omit<ErrorText, "words"> {
  if (isUnrecognized(error)) {
    return {
      title: "This part of Synapse's admin API is not reachable",
      advice:
        "The reverse proxy may send it to a worker that does not serve it, or Synapse is too old. The paths that belong to the media worker are listed in Synapse's worker documentation.",
    };
  }
  if (error.errcode === null) {
    return {
      title: `A proxy in front of Synapse answered with status ${String(error.status)}`,
      advice: "Synapse itself may be down, restarting, or slower than the proxy waits. Look at the proxy's error log.",
    };
  }
  if (error.status === 403) {
    return {
      title: "The homeserver refuses this to your account",
      advice:
        "The account has to be a server admin. A token made for another account, or an admin right just taken away, shows like this.",
    };
  }
  if (error.status === 404) {
    return { title: "The homeserver does not know it", advice: "It may have been deleted meanwhile. Reload the list." };
  }
  if (error.status === 429) {
    return { title: "The homeserver asks to slow down", advice: "Wait a little, then try again." };
  }
  if (error.status >= 500) {
    return { title: "Synapse reports an error of its own", advice: "Its log holds the cause. Try again afterwards." };
  }
  return { title: "The homeserver refuses the request", advice: "Correct what its message names, then try again." };
}
