import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useMemo, useState } from "react";
import { Navigate, useSearchParams } from "react-router";
import { describeError } from "../../api/describe-error";
import { isNotFound } from "../../api/errors";
import { paths } from "../../lib/paths";
import type { MediaPageAnswer } from "../../api/media-page";
import { createStore } from "../../lib/store";
import { mediaQueries } from "../../queries/media";
import { useSession } from "../../queries/use-session";
import { EmptyState } from "../../ui/empty-state";
import { QueryView } from "../../ui/query-view";
import { MediaList } from "./media-list";
import { mediaSearch, pageOf } from "./media-search";
import type { MediaSearch } from "./media-search";
import { OwnerWithoutAccount } from "./owner-without-account";
import { afterPage, lastPageOf } from "./paging";
import type { SeenList } from "./paging";
import { NOTHING } from "./selection";
import { UserHeading } from "./user-heading";

/** Everything about one user. What is ticked belongs to the user, so another user gets another one of these. */
export function UserMedia({ userId }: { readonly userId: string }) {
  const { client } = useSession();
  const queryClient = useQueryClient();
  const [params, setParams] = useSearchParams();
  const search = useMemo(() => mediaSearch.parse(params), [params]);
  const media = useQuery(mediaQueries.ofUser(client, userId, pageOf(search)));
  // Up here, so that neither a page that fails nor one past the end loses it.
  const [selection] = useState(() => createStore(NOTHING));
  const [seen, setSeen] = useState<SeenList | null>(null);
  const isAnswer = media.data !== undefined && !media.isPlaceholderData;
  const total = media.data?.total ?? null;
  if (isAnswer && total !== null) {
    const now = afterPage(seen, search, { total, readMs: media.dataUpdatedAt });
    if (now !== seen) setSeen(now);
  }
  const lastPage = isAnswer && total !== null ? lastPageOf(total, search) : search.page;
  const isUnknown = media.data === undefined && isNotFound(media.error);
  const change = useCallback(
    (part: Partial<MediaSearch>) => {
      // Another order or length begins at the first page; only paging leaves a trace for the back button.
      const next = { ...search, page: 1, ...part };
      const replace = part.page === undefined;
      // At once: what is pressed next builds on it.
      setParams(mediaSearch.format(next), { replace, preventScrollReset: true, flushSync: true });
    },
    [search, setParams],
  );
  const beginAgain = () => {
    setSeen(null);
    void queryClient.invalidateQueries({ queryKey: mediaQueries.all(client) });
    change({ page: 1 });
  };
  return (
    <>
      {/* The list is shorter than when the link was made. */}
      {search.page > lastPage ? (
        <Navigate replace to={paths.user(userId, mediaSearch.format({ ...search, page: lastPage }))} />
      ) : null}
      <UserHeading
        userId={userId}
        whyNotDeletable={whyNotDeletable(isUnknown, media)}
        isRefreshing={media.isFetching && isAnswer}
        onRefresh={() => void media.refetch()}
      />
      {isUnknown ? (
        <OwnerWithoutAccount userId={userId} />
      ) : (
        <QueryView
          result={media}
          describe={describeError}
          isEmpty={(page) => page.total === 0}
          empty={<EmptyState title="This user has no media">Synapse lists no file of this user.</EmptyState>}
        >
          {(page) => (
            <MediaList
              userId={userId}
              search={search}
              page={page}
              selection={selection}
              totalBefore={seen?.totalBefore ?? null}
              onChange={change}
              onBeginAgain={beginAgain}
            />
          )}
        </QueryView>
      )}
    </>
  );
}

interface MediaResult {
  readonly data: MediaPageAnswer | undefined;
  readonly error: Error | null;
}

function whyNotDeletable(isUnknown: boolean, { data, error }: MediaResult): string | null {
  if (isUnknown) return "Synapse has no account for this user, so it refuses to list or delete their files one by one.";
  if (data === undefined) return error === null ? null : "The list of this user's files could not be read.";
  return data.total === 0 ? "There is nothing to delete: Synapse lists no file of this user." : null;
}
