import { Stack } from "@mantine/core";
import { memo, useMemo, useState } from "react";
import type { Found, ReviewState } from "../../session/review";
import type { Preview } from "../../sweep/preview";
import { EmptyState } from "../../ui/empty-state";
import { useFormatter } from "../../ui/formatter-context";
import { amountText } from "../parts/amount-text";
import { nextSort } from "../parts/file-sort";
import type { FileSort } from "../parts/file-sort";
import { Section } from "../parts/section";
import { DoomedTable } from "./doomed-table";
import { fileRows, keptRows } from "./file-rows";
import { KeptTable } from "./kept-table";
import { NarrowControls } from "./narrow-controls";
import { NothingToDelete } from "./nothing-to-delete";
import { NOT_NARROWED, shownRows } from "./shown-rows";
import { useRowOrder } from "./use-row-order";

export interface ReviewListsProps {
  readonly preview: Preview;
  /** What the preview is of. */
  readonly found: Found;
  readonly status: ReviewState["status"];
  readonly onTakeOut: (rows: Iterable<number>) => void;
  readonly onPutBack: (rows: Iterable<number>) => void;
}

const LARGEST_FIRST: FileSort = { key: "size", dir: "descending" };

/** What goes and what stays, sorted and narrowed alike. Drawn anew only where these change, not with every progress. */
export const ReviewLists = memo(function ReviewLists(props: ReviewListsProps) {
  const { preview, found, status, onTakeOut, onPutBack } = props;
  const formatter = useFormatter();
  const [wantedSort, setSort] = useState(LARGEST_FIRST);
  const [narrowing, setNarrowing] = useState(NOT_NARROWED);
  const ordered = useRowOrder(found, wantedSort, status === "reading");
  const { sort } = ordered;
  const shown = useMemo(() => shownRows(preview, ordered, narrowing), [preview, ordered, narrowing]);
  const [doomed, kept] = useMemo(
    () => [fileRows(preview, shown.doomed.rows), keptRows(preview, shown.kept.rows)],
    [preview, shown],
  );
  const onSort = (key: string) => {
    setSort((before) => nextSort(before, key));
  };
  const isAnyMatching = preview.doomed.files + preview.kept.files > 0;
  const isAllShown = doomed.length === preview.doomed.files;
  return (
    <Stack gap="xl">
      {isAnyMatching ? <NarrowControls preview={preview} narrowing={narrowing} onNarrow={setNarrowing} /> : null}
      <Section title="Files to delete" amount={isAllShown ? undefined : amountText(formatter, shown.doomed.tally)}>
        {doomed.length > 0 ? (
          <DoomedTable files={doomed} rows={shown.doomed.rows} sort={sort} onSort={onSort} onTakeOut={onTakeOut} />
        ) : preview.doomed.files > 0 ? (
          <EmptyState title="None of the files to delete is of that owner and type" />
        ) : (
          <NothingToDelete isAnyKept={preview.kept.files > 0} source={preview.options.source} status={status} />
        )}
      </Section>
      {preview.kept.files === 0 ? null : (
        <Section
          title="Kept"
          amount={amountText(formatter, shown.kept.tally)}
          description={
            preview.options.source.kind === "rule"
              ? "These match the date and size, and stay for the reason given."
              : "These stay for the reason given."
          }
        >
          <KeptTable
            files={kept}
            rows={shown.kept.rows}
            unticked={preview.options.unticked}
            sort={sort}
            onSort={onSort}
            onPutBack={onPutBack}
          />
        </Section>
      )}
    </Stack>
  );
});
