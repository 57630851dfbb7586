import { useState } from "react";
import { needsWholeList } from "./media-search";
import type { MediaSearch } from "./media-search";
import { afterPage } from "./paging";
import type { SeenList } from "./paging";
import type { ListedMediaResult } from "./use-listed-media";

/**
 * Watches whether a list changes while it is paged, and says how many files there were before; null where it did not.
 * A list that was read whole has no pages that could shift.
 */
export function useSeenList({ data, isAnswer, readMs }: ListedMediaResult, search: MediaSearch) {
  const [seen, setSeen] = useState<SeenList | null>(null);
  const isWhole = needsWholeList(search);
  if (isAnswer && data !== undefined && !isWhole) {
    const now = afterPage(seen, search, { total: data.total, readMs });
    if (now !== seen) setSeen(now);
  }
  return {
    totalBefore: isWhole ? null : (seen?.totalBefore ?? null),
    forget: () => {
      setSeen(null);
    },
  };
}
