import { useCallback, useEffect, useMemo, useRef } from "react";
import { useLocation, useNavigation, useSearchParams } from "react-router";
import type { SearchCodec } from "../lib/search-codec";

/** Changes parts of what the link says; with `leavesTrace` the back button undoes it. */
export type ChangeSearch<T> = (part: Partial<T>, options?: { readonly leavesTrace: boolean }) => void;

/**
 * What the link of a screen says behind its `?`, and how it is changed. A navigation takes a moment: a change that comes
 * meanwhile builds on the one before, and none is written once another screen is on its way, since it would lead back.
 */
export function useLinkSearch<T extends object>(codec: SearchCodec<T>): readonly [T, ChangeSearch<T>] {
  const [params, setParams] = useSearchParams();
  const search = useMemo(() => codec.parse(params), [codec, params]);
  const { pathname } = useLocation();
  const { location: next } = useNavigation();
  const isLeaving = next !== undefined && next.pathname !== pathname;
  const ahead = useRef({ wanted: search, isLeaving });
  useEffect(() => {
    ahead.current = { ...ahead.current, wanted: search };
  }, [search]);
  useEffect(() => {
    ahead.current = { ...ahead.current, isLeaving };
  }, [isLeaving]);
  const change = useCallback<ChangeSearch<T>>(
    (part, { leavesTrace } = { leavesTrace: false }) => {
      if (ahead.current.isLeaving) return;
      ahead.current = { ...ahead.current, wanted: { ...ahead.current.wanted, ...part } };
      const options = { replace: !leavesTrace, preventScrollReset: true, flushSync: true };
      setParams(codec.format(ahead.current.wanted), options);
    },
    [codec, setParams],
  );
  return [search, change];
}
