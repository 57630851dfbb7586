import { describeError } from "../../api/describe-error";
import type { ErrorText } from "../../api/describe-error";
import { HttpError, isNotFound, isUnrecognized } from "../../api/errors";

/** The answer is of a type that is not shown, although the listed one is. */
export class UnsafeTypeError extends Error {
  override readonly name = "UnsafeTypeError";
  /** As the server named it; empty where it named none. */
  readonly type: string;

  constructor(type: string) {
    super(`Not shown: ${type}`);
    this.type = type;
  }
}

/** The browser cannot make anything of the content. */
export class UnreadableError extends Error {
  override readonly name = "UnreadableError";
}

/** Turns what was thrown while fetching content into words. */
export function describeLookError(error: unknown): ErrorText {
  if (error instanceof UnsafeTypeError) {
    const named = error.type === "" ? "no type at all" : `the type ${error.type}`;
    return {
      title: "The content is not of the listed type",
      advice: `The homeserver handed it out as ${named}, so it is not shown here.`,
      words: null,
    };
  }
  if (error instanceof UnreadableError) {
    return {
      title: "The browser cannot read this content",
      advice: "It may be damaged, or of a kind that this browser does not know. It can still be downloaded.",
      words: null,
    };
  }
  return describeRefusal(error) ?? describeError(error);
}

function describeRefusal(error: unknown): ErrorText | null {
  if (!(error instanceof HttpError)) return null;
  if (isNotFound(error)) {
    return {
      title: "Synapse has nothing to hand out for this file",
      advice:
        "The content is missing on the server, or the file was deleted or quarantined since the list was read. Refresh the list to see which.",
      words: error.words,
    };
  }
  if (isUnrecognized(error)) {
    return {
      title: "The homeserver's media cannot be reached from here",
      advice:
        "The reverse proxy does not pass /_matrix/client/v1/media (before Synapse 1.111 /_matrix/media) on to Synapse or its media worker.",
      words: error.words,
    };
  }
  if (error.status === 504 && error.errcode === "M_NOT_YET_UPLOADED") {
    return {
      title: "No content has arrived for this ID",
      advice: "It was reserved, and nothing was uploaded yet.",
      words: error.words,
    };
  }
  if (error.status === 400) {
    return {
      title: "Synapse has no small picture of this file",
      advice: "Ask for this file alone to have it shown whole.",
      words: error.words,
    };
  }
  return null;
}
