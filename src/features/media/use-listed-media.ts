import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import type { MediaFile, MediaPageAnswer } from "../../api/media-page";
import { mediaQueries } from "../../queries/media";
import { useSession } from "../../queries/use-session";
import { currentDeps } from "../../session/current";
import type { ViewedQuery } from "../../ui/query-view";
import { filesWithin } from "./media-filter";
import { needsWholeList, pageOf } from "./media-search";
import type { MediaSearch } from "./media-search";
import { rowsOnPage } from "./paging";
import { sortFiles } from "./sort-files";

/** What of a user's files the link shows. */
export interface ListedMedia {
  /** The files on the page. */
  readonly files: readonly MediaFile[];
  /** All that match, on any page. */
  readonly total: number;
  /** All the user has, whatever the filter. */
  readonly ofUser: number;
  /** All that match, in order; null while only pages are read. */
  readonly matching: readonly MediaFile[] | null;
  /** All the user has, in no order of note; null while only pages are read. */
  readonly all: readonly MediaFile[] | null;
}

export interface ListedMediaResult extends ViewedQuery<ListedMedia> {
  /** Of what the link asks for, rather than of the page before. */
  readonly isAnswer: boolean;
  /** When it was read, in ms. */
  readonly readMs: number;
  /** All that match, read to the end first where only a page is known. Throws what the reading throws. */
  readonly readMatching: () => Promise<readonly MediaFile[]>;
}

/**
 * The part of a user's media that a link shows. Pages are Synapse's own; with a filter, or without pages, the whole list
 * is read, and filtered and sorted here: Synapse cannot filter.
 */
export function useListedMedia(userId: string, search: MediaSearch): ListedMediaResult {
  const { client } = useSession();
  const cache = useQueryClient();
  const isWhole = needsWholeList(search);
  const page = useQuery({ ...mediaQueries.ofUser(client, userId, pageOf(search)), enabled: !isWhole });
  const whole = useQuery({ ...mediaQueries.allOfUser(currentDeps(), userId), enabled: isWhole });
  const { data: files } = whole;
  const shown = useShownFiles(isWhole ? files : undefined, search);
  const pageShown = useMemo(() => (page.data === undefined ? undefined : pageOnly(page.data)), [page.data]);
  const readMatching = useCallback(
    async () => filesWithin(await cache.fetchQuery(mediaQueries.allOfUser(currentDeps(), userId)), search),
    [cache, userId, search],
  );
  const { error, isPending, isFetching, refetch, dataUpdatedAt, isPlaceholderData } = isWhole ? whole : page;
  const data = isWhole ? shown : pageShown;
  const isAnswer = data !== undefined && !isPlaceholderData;
  return { data, error, isPending, isFetching, refetch, isAnswer, readMs: dataUpdatedAt, readMatching };
}

const pageOnly = ({ files, total }: MediaPageAnswer): ListedMedia => ({
  files,
  total,
  ofUser: total,
  matching: null,
  all: null,
});

/** Sorting is what takes time, so a filter that changes sorts nothing again. */
function useShownFiles(all: readonly MediaFile[] | undefined, search: MediaSearch): ListedMedia | undefined {
  const { sort, dir, rows, page, name, type, state, minBytes, maxBytes, from, until, usedBefore, opened } = search;
  const sorted = useMemo(() => (all === undefined ? undefined : sortFiles(all, { sort, dir })), [all, sort, dir]);
  const matching = useMemo(
    () =>
      sorted === undefined
        ? undefined
        : filesWithin(sorted, { name, type, state, minBytes, maxBytes, from, until, usedBefore, opened }),
    [sorted, name, type, state, minBytes, maxBytes, from, until, usedBefore, opened],
  );
  return useMemo(() => {
    if (matching === undefined || all === undefined) return undefined;
    const { first, last } = rowsOnPage(matching.length, { rows, page });
    const files = rows === "all" ? matching : matching.slice(Math.max(first - 1, 0), last);
    return { files, total: matching.length, ofUser: all.length, matching, all };
  }, [matching, all, rows, page]);
}
