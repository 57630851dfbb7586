import type { ErrorText } from "../../api/describe-error";
import { describeError } from "../../api/describe-error";
import { JournalError } from "../../session/journal-error";

/** Why the history cannot be read or changed, in words. */
export function describeJournalProblem(error: unknown): ErrorText {
  if (!(error instanceof JournalError)) return describeError(error);
  if (isOfNewerVersion(error)) return OUTDATED;
  const { title, advice } = texts[error.why];
  return { title, advice: `${advice}${browserWords(error.cause)}`, words: null };
}

/** The database has a higher version than this page knows: IndexedDB's VersionError. */
const isOfNewerVersion = ({ cause }: JournalError): boolean =>
  cause instanceof DOMException && cause.name === "VersionError";

const OUTDATED: ErrorText = {
  title: "This page is older than the history on this device",
  advice:
    "A newer version of Mediasweep was open in this browser and has changed how the history is stored. Reload the page to load that version.",
  words: null,
};

const texts: Readonly<Record<JournalError["why"], Omit<ErrorText, "words">>> = {
  refused: {
    title: "This browser keeps nothing for this page, so there is no history",
    advice:
      "Runs are not recorded either: download the receipt from the results before you close the page. To have a history, leave the private window, allow this address to store data, and close other tabs of Mediasweep, which may be of an older version.",
  },
  full: {
    title: "The browser gives this page no more room",
    advice: "Delete entries of the history that you no longer need, or free space on this device. Then try again.",
  },
  lost: {
    title: "The history could not be read",
    advice: "The browser closed it, or the disk of this device failed. Try again.",
  },
};

/** What the browser itself says, which helps in reports. */
const browserWords = (cause: unknown): string =>
  cause instanceof Error && cause.message !== "" ? ` The browser says: ${cause.message}` : "";
