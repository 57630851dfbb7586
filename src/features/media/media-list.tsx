import { Stack, Text } from "@mantine/core";
import { useCallback, useState } from "react";
import type { MediaFile } from "../../api/media-page";
import { PickedDeletion } from "../../deletion/picked/picked-deletion";
import { LookControls } from "../../files/look/look-controls";
import { nextSort } from "./column-orders";
import { ListChangedNotice } from "./list-changed-notice";
import { MediaPager } from "./media-pager";
import type { MediaSearch } from "./media-search";
import { MediaTable } from "./media-table";
import { SelectMatching } from "./select-matching";
import type { Selection } from "../../files/selection/selection";
import type { ListedMedia } from "./use-listed-media";

interface MediaListProps {
  readonly userId: string;
  readonly search: MediaSearch;
  readonly list: ListedMedia;
  /** The total before the list changed between two pages; null where it did not. */
  readonly totalBefore: number | null;
  readonly selection: Selection;
  readonly onDetails: (file: MediaFile) => void;
  /** Everything that matches, read to its end. */
  readonly readMatching: () => Promise<readonly MediaFile[]>;
  readonly onChange: (change: Partial<MediaSearch>) => void;
  /** Reads the list anew from its first page. */
  readonly onBeginAgain: () => void;
}

/** A dialog about something stays filled while it closes. */
interface Shown<T> {
  readonly value: T;
  readonly isOpen: boolean;
}

/** One page of a user's media, or all of it. */
export function MediaList(props: MediaListProps) {
  const { userId, search, list, totalBefore, selection, onDetails, readMatching, onChange, onBeginAgain } = props;
  const [deletion, setDeletion] = useState<Shown<readonly MediaFile[]>>({ value: [], isOpen: false });
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
      <LookControls />
      {totalBefore === null ? null : (
        <ListChangedNotice before={totalBefore} now={list.total} onBeginAgain={onBeginAgain} />
      )}
      <SelectMatching userId={userId} list={list} selection={selection} readMatching={readMatching} />
      <MediaTable
        files={list.files}
        selection={selection}
        sort={search.sort}
        dir={search.dir}
        onSort={sortBy}
        onDetails={onDetails}
        onDelete={deleteOne}
      />
      <MediaPager
        search={search}
        total={list.total}
        onPage={(target) => {
          onChange({ page: target });
        }}
      />
      <Text size="sm" c="dimmed">
        Reading this list does not change when a file was last used; showing or downloading a file does.
      </Text>
      <PickedDeletion
        source={{ kind: "picked", userId }}
        files={deletion.value}
        opened={deletion.isOpen}
        onClose={() => {
          setDeletion({ ...deletion, isOpen: false });
        }}
      />
    </Stack>
  );
}
