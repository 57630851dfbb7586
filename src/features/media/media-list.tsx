import { Stack, Text } from "@mantine/core";
import { useCallback, useState } from "react";
import type { MediaFile, MediaPageAnswer } from "../../api/media-page";
import { PickedDeletion } from "../../deletion/picked/picked-deletion";
import type { Store } from "../../lib/store";
import { nextSort } from "./column-orders";
import { ListChangedNotice } from "./list-changed-notice";
import { MediaDetails } from "../../files/details/media-details";
import { MediaPager } from "./media-pager";
import type { MediaSearch } from "./media-search";
import { MediaTable } from "./media-table";
import { MediaToolbar } from "./media-toolbar";
import { NOTHING } from "./selection";
import type { Selection } from "./selection";
import { SelectionTray } from "./selection-tray";

interface MediaListProps {
  readonly userId: string;
  readonly search: MediaSearch;
  readonly page: MediaPageAnswer;
  /** The total before the list changed between two pages; null where it did not. */
  readonly totalBefore: number | null;
  readonly selection: Store<Selection>;
  readonly onChange: (change: Partial<MediaSearch>) => void;
  /** Reads the list anew from its first page. */
  readonly onBeginAgain: () => void;
}

/** A dialog about something stays filled while it closes. */
interface Shown<T> {
  readonly value: T;
  readonly isOpen: boolean;
}

/** One page of a user's media, with what is ticked on all of them. */
export function MediaList(props: MediaListProps) {
  const { userId, search, page, totalBefore, selection, onChange, onBeginAgain } = props;
  const [details, setDetails] = useState<Shown<MediaFile | null>>({ value: null, isOpen: false });
  const [deletion, setDeletion] = useState<Shown<readonly MediaFile[]>>({ value: [], isOpen: false });
  const showDetails = useCallback((file: MediaFile) => {
    setDetails({ value: file, isOpen: true });
  }, []);
  const deleteOne = useCallback((file: MediaFile) => {
    setDeletion({ value: [file], isOpen: true });
  }, []);
  const sortBy = useCallback(
    (column: string) => {
      onChange(nextSort(search, column));
    },
    [search, onChange],
  );
  return (
    <Stack gap="sm">
      <MediaToolbar search={search} total={page.total} onChange={onChange} />
      {totalBefore === null ? null : (
        <ListChangedNotice before={totalBefore} now={page.total} onBeginAgain={onBeginAgain} />
      )}
      <MediaTable
        files={page.files}
        selection={selection}
        sort={search.sort}
        dir={search.dir}
        onSort={sortBy}
        onDetails={showDetails}
        onDelete={deleteOne}
      />
      <MediaPager
        search={search}
        total={page.total}
        onPage={(target) => {
          onChange({ page: target });
        }}
      />
      <Text size="sm" c="dimmed">
        Looking at this list does not change when a file was last used.
      </Text>
      <SelectionTray
        selection={selection}
        onDelete={() => {
          setDeletion({ value: [...selection.get().values()], isOpen: true });
        }}
      />
      <MediaDetails
        file={details.value}
        opened={details.isOpen}
        onClose={() => {
          setDetails({ ...details, isOpen: false });
        }}
      />
      <PickedDeletion
        userId={userId}
        files={deletion.value}
        opened={deletion.isOpen}
        onClose={() => {
          setDeletion({ ...deletion, isOpen: false });
        }}
        onStarted={() => {
          selection.set(NOTHING);
        }}
      />
    </Stack>
  );
}
