import { Box } from "@mantine/core";
import type { ReactNode } from "react";
import { ErrorNotice } from "./error-notice";
import type { NoticeText } from "./error-notice";
import { LoadingRows } from "./loading-rows";
import classes from "./query-view.module.css";

/** What is looked at of a TanStack Query result. */
export interface ViewedQuery<T> {
  readonly data: T | undefined;
  readonly error: Error | null;
  readonly isPending: boolean;
  readonly isFetching: boolean;
  readonly refetch: () => unknown;
}

export interface QueryViewProps<T> {
  readonly result: ViewedQuery<T>;
  /** Turns what was thrown into words. */
  readonly describe: (error: unknown) => NoticeText;
  readonly isEmpty?: (data: T) => boolean;
  /** Shown instead of the children where there is nothing to list. */
  readonly empty?: ReactNode;
  /** In the place of what is read for the first time. */
  readonly loading?: ReactNode;
  readonly children: (data: T) => ReactNode;
}

/**
 * A server's answer in each of its states: what is known first, even while it is read again; else why it could not be
 * read; else the outline of what is coming.
 */
export function QueryView<T>({ result, describe, isEmpty, empty, loading, children }: QueryViewProps<T>) {
  const { data, error, isFetching, refetch } = result;
  if (data !== undefined) {
    return (
      <Box className={classes["data"] ?? ""} aria-busy={isFetching} mod={{ fetching: isFetching }}>
        {isEmpty?.(data) === true ? empty : children(data)}
      </Box>
    );
  }
  if (error !== null && !isFetching) return <ErrorNotice error={describe(error)} onRetry={() => refetch()} />;
  return loading ?? <LoadingRows />;
}
