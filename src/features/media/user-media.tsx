import { Stack } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useState } from "react";
import { Navigate } from "react-router";
import { describeError } from "../../api/describe-error";
import { isNotFound } from "../../api/errors";
import { paths } from "../../lib/paths";
import { mediaQueries } from "../../queries/media";
import { useSession } from "../../queries/use-session";
import { QueryView } from "../../ui/query-view";
import { useLinkSearch } from "../../ui/use-link-search";
import { ListProgressNotice } from "./list-progress-notice";
import { MediaFilters } from "./media-filters";
import { MediaList } from "./media-list";
import { mediaSearch, needsWholeList } from "./media-search";
import type { MediaSearch } from "./media-search";
import { MediaToolbar } from "./media-toolbar";
import { NoMedia } from "./no-media";
import { OwnerWithoutAccount } from "./owner-without-account";
import { lastPageOf } from "./paging";
import type { MediaFile } from "../../api/media-page";
import { DetailsBeside } from "../../files/details/details-beside";
import type { OpenFile } from "../../files/details/open-file";
import { createStore } from "../../lib/store";
import { createSelection } from "../../files/selection/selection";
import { SelectionTray } from "../../files/selection/selection-tray";
import { useFilterForm } from "./use-filter-form";
import { useListedMedia } from "./use-listed-media";
import type { ListedMediaResult } from "./use-listed-media";
import { useSeenList } from "./use-seen-list";
import { UserHeading } from "./user-heading";

const NO_FILES: readonly MediaFile[] = [];

/** Everything about one user. What is ticked belongs to the user, so another user gets another one of these. */
export function UserMedia({ userId }: { readonly userId: string }) {
  const { client, account } = useSession();
  const queryClient = useQueryClient();
  const [search, changeLink] = useLinkSearch(mediaSearch);
  const isWhole = needsWholeList(search);
  const media = useListedMedia(userId, search);
  // Up here, so that neither a page that fails, one past the end nor one still being read loses them.
  const [selection] = useState(createSelection);
  const [openFile] = useState<OpenFile>(() => createStore<MediaFile | null>(null));
  const { totalBefore, forget } = useSeenList(media, search);
  const lastPage = media.isAnswer && media.data !== undefined ? lastPageOf(media.data.total, search) : search.page;
  const isUnknown = media.data === undefined && isNotFound(media.error);
  const change = useCallback(
    (part: Partial<MediaSearch>) => {
      // Another order, length or filter begins at the first page; only paging leaves a trace for the back button.
      changeLink({ page: 1, ...part }, { leavesTrace: part.page !== undefined });
    },
    [changeLink],
  );
  const form = useFilterForm(search, change);
  // Also where nothing matches or a page fails: what is ticked is still ticked.
  const hasControls = isWhole || (media.data?.ofUser ?? 0) > 0;
  const beginAgain = () => {
    forget();
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
        isRefreshing={media.isFetching && media.isAnswer}
        onRefresh={() => void media.refetch()}
      />
      {isUnknown ? (
        <OwnerWithoutAccount userId={userId} />
      ) : (
        <Stack gap="sm">
          {hasControls ? (
            <>
              <MediaFilters filter={search} form={form} onChange={change} />
              <MediaToolbar search={search} list={media.data} onChange={change} />
            </>
          ) : null}
          {/* Around what may come and go while its list is narrowed: the details stay, and take the focus only when opened. */}
          <DetailsBeside
            files={media.data?.files ?? NO_FILES}
            all={media.data?.all ?? null}
            serverName={account.serverName}
            openFile={openFile}
          >
            <QueryView
              result={media}
              describe={describeError}
              isEmpty={({ total }) => total === 0}
              empty={<NoMedia ofUser={media.data?.ofUser ?? 0} onClear={form.clear} />}
              loading={isWhole ? <ListProgressNotice userId={userId} /> : undefined}
            >
              {(list) => (
                <MediaList
                  {...{ userId, search, list, selection, totalBefore }}
                  onDetails={openFile.set}
                  readMatching={media.readMatching}
                  onChange={change}
                  onBeginAgain={beginAgain}
                />
              )}
            </QueryView>
          </DetailsBeside>
          {hasControls ? <SelectionTray source={{ kind: "picked", userId }} selection={selection} /> : null}
        </Stack>
      )}
    </>
  );
}

function whyNotDeletable(isUnknown: boolean, { data, error }: ListedMediaResult): string | null {
  if (isUnknown) return "Synapse has no account for this user, so it refuses to list or delete their files one by one.";
  if (data === undefined) return error === null ? null : "The list of this user's files could not be read.";
  return data.ofUser === 0 ? "There is nothing to delete: Synapse lists no file of this user." : null;
}
