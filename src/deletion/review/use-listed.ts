import { useDebouncedValue } from "@mantine/hooks";
import { useMemo, useState } from "react";
import type { ReviewState } from "../../session/review";
import type { Preview } from "../../sweep/preview";
import type { Choices } from "./review-choices";
import { isDrawnAtOnce } from "./use-row-order";

/** What the lists of a review show. */
export interface Listed {
  readonly preview: Preview;
  readonly choices: Choices;
  readonly found: ReviewState["found"];
  /** How many rows there were. */
  readonly rows: number;
}

/** How long the lists of very many files wait, in ms: the numbers are to be seen before, and rules may follow each other fast. */
const AFTER_NUMBERS_MS = 100;
/** While very many files are read the lists follow when there are so many times as many. */
const GROWTH = 1.5;

/**
 * What the lists are drawn from. Of few files that is the preview as it is now. Of very many the numbers above them are
 * right at once, and the lists follow: a moment later, and while files are read only now and then.
 */
export function useListed({ found, status }: ReviewState, preview: Preview, choices: Choices): Listed {
  const now = useMemo(() => ({ preview, choices, found, rows: found.inventory.rows }), [preview, choices, found]);
  const [latest, setLatest] = useState<Listed>(now);
  const isOther = latest.choices !== choices || latest.found.inventory !== found.inventory;
  const isDue = isOther || status !== "reading" || now.rows >= latest.rows * GROWTH;
  if (isDue && latest !== now) setLatest(now);
  const [later] = useDebouncedValue(isDue ? now : latest, AFTER_NUMBERS_MS);
  return isDrawnAtOnce(found) ? now : later;
}
