import { Stack } from "@mantine/core";
import { memo, useMemo, useState } from "react";
import type { MediaFile } from "../../api/media-page";
import type { ReviewState } from "../../session/review";
import type { KeptFile, Plan } from "../../sweep/plan";
import { bytesOf } from "../../sweep/plan";
import { EmptyState } from "../../ui/empty-state";
import { useFormatter } from "../../ui/formatter-context";
import { amountText } from "../parts/amount-text";
import { DoomedTable } from "./doomed-table";
import { KeptTable } from "./kept-table";
import { NarrowControls } from "./narrow-controls";
import { NOT_NARROWED, narrow } from "./narrow-files";
import { NothingToDelete } from "./nothing-to-delete";
import { Section } from "../parts/section";
import { nextSort, sortByFile } from "../parts/sort-files";
import type { FileSort } from "../parts/sort-files";

export interface ReviewListsProps {
  readonly files: readonly MediaFile[];
  readonly plan: Plan;
  readonly status: ReviewState["status"];
  readonly onTakeOut: (mediaIds: readonly string[]) => void;
  readonly onPutBack: (mediaIds: readonly string[]) => void;
}

const LARGEST_FIRST: FileSort = { key: "size", dir: "descending" };
const fileItself = (file: MediaFile): MediaFile => file;
const fileOf = ({ file }: KeptFile): MediaFile => file;

/** What goes and what stays, sorted and narrowed alike. Drawn anew only where these change, not with every progress. */
export const ReviewLists = memo(function ReviewLists(props: ReviewListsProps) {
  const { files, plan, status, onTakeOut, onPutBack } = props;
  const formatter = useFormatter();
  const [sort, setSort] = useState(LARGEST_FIRST);
  const [narrowing, setNarrowing] = useState(NOT_NARROWED);
  const doomed = useMemo(
    () => sortByFile(narrow(plan.doomed, fileItself, narrowing), fileItself, sort),
    [plan.doomed, narrowing, sort],
  );
  const kept = useMemo(
    () => sortByFile(narrow(plan.kept, fileOf, narrowing), fileOf, sort),
    [plan.kept, narrowing, sort],
  );
  const onSort = (key: string) => {
    setSort((before) => nextSort(before, key));
  };
  const amountOf = (shown: readonly MediaFile[]) =>
    amountText(formatter, { files: shown.length, bytes: bytesOf(shown) });
  return (
    <Stack gap="xl">
      {files.length === 0 ? null : <NarrowControls files={files} narrowing={narrowing} onNarrow={setNarrowing} />}
      <Section title="Files to delete" amount={doomed.length === plan.doomed.length ? undefined : amountOf(doomed)}>
        {doomed.length > 0 ? (
          <DoomedTable files={doomed} sort={sort} onSort={onSort} onTakeOut={onTakeOut} />
        ) : plan.doomed.length > 0 ? (
          <EmptyState title="None of the files to delete is of that owner and type" />
        ) : (
          <NothingToDelete files={files} source={plan.source} status={status} />
        )}
      </Section>
      {plan.kept.length === 0 ? null : (
        <Section
          title="Kept"
          amount={amountOf(kept.map(fileOf))}
          description="These match the date and size, and stay for the reason given."
        >
          <KeptTable kept={kept} sort={sort} onSort={onSort} onPutBack={onPutBack} />
        </Section>
      )}
    </Stack>
  );
});
