import { useEffect, useRef } from "react";
import type { RefObject } from "react";

/**
 * What a link is to hold, ahead of what it holds: a navigation takes a moment, and a change that comes meanwhile has to
 * build on the one before, which it would undo otherwise. Follows the link wherever that leads.
 */
export function useAhead<T>(linked: T): RefObject<T> {
  const ahead = useRef(linked);
  useEffect(() => {
    ahead.current = linked;
  }, [linked]);
  return ahead;
}
