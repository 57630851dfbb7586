import type { ReviewState } from "../../session/review";
import { isFiltering } from "../../sweep/filter";
import type { Source } from "../../sweep/plan";
import { EmptyState } from "../../ui/empty-state";

export interface NothingToDeleteProps {
  /** Files match, and every one of them stays. */
  readonly isAnyKept: boolean;
  readonly source: Source;
  readonly status: ReviewState["status"];
}

/** Said where there is nothing on the list of files to delete. */
export function NothingToDelete({ isAnyKept, source, status }: NothingToDeleteProps) {
  if (status === "reading") {
    return <EmptyState title="No match found so far">The lists are still being read.</EmptyState>;
  }
  if (isAnyKept) {
    return (
      <EmptyState title="Nothing is to be deleted">Every file that matches is kept, for the reasons below.</EmptyState>
    );
  }
  if (status !== "done") return <EmptyState title="Nothing was found before reading ended" />;
  if (source.kind === "rule") {
    return (
      <EmptyState title="No file matches this rule">
        {isFiltering(source.filter)
          ? "A later date, a smaller size or fewer conditions find more. Empty files and unfinished uploads never match."
          : "A later date or a smaller size finds more. Empty files and unfinished uploads never match."}
      </EmptyState>
    );
  }
  return <EmptyState title={source.kind === "users" ? "These users have no files" : "This user has no files"} />;
}
