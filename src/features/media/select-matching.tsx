import { Button, Group, Paper, Text } from "@mantine/core";
import { useDidUpdate } from "@mantine/hooks";
import { useMutation } from "@tanstack/react-query";
import { useRef } from "react";
import { describeError } from "../../api/describe-error";
import type { MediaFile } from "../../api/media-page";
import { tickedOf } from "../../lib/ticks";
import { useStore } from "../../queries/use-session";
import { ErrorNotice } from "../../ui/error-notice";
import { useFormatter } from "../../ui/formatter-context";
import { takeLostFocus } from "../../ui/take-lost-focus";
import { ListProgressNotice } from "./list-progress-notice";
import { mediaIdOf } from "../../files/selection/selection";
import type { Selection } from "../../files/selection/selection";
import type { ListedMedia } from "./use-listed-media";

interface SelectMatchingProps {
  readonly userId: string;
  readonly list: ListedMedia;
  readonly selection: Selection;
  /** Reads the rest of the list where only a page is known. */
  readonly readMatching: () => Promise<readonly MediaFile[]>;
}

/** Once a whole page is ticked: the way to everything on the other pages. Nothing where there are none. */
export function SelectMatching({ userId, list, selection, readMatching }: SelectMatchingProps) {
  const formatter = useFormatter();
  const ticked = useStore(selection).files;
  const { mutate, isPending, error } = useMutation({
    mutationFn: readMatching,
    onSuccess: (files) => {
      selection.tick(files, true);
    },
  });
  const { files, total, ofUser, matching } = list;
  const isShown = files.length !== total && tickedOf(selection, files, mediaIdOf) === "all";
  const isAll = isShown && (matching === null ? ticked >= total : tickedOf(selection, matching, mediaIdOf) === "all");
  const bar = useRef<HTMLElement>(null);
  useDidUpdate(() => {
    if (isAll) takeLostFocus(bar.current);
  }, [isAll]);
  if (!isShown) return null;
  const isFiltered = total !== ofUser;
  const tickAll = () => {
    if (matching === null) mutate();
    else selection.tick(matching, true);
  };
  return (
    <>
      <Paper ref={bar} withBorder px="sm" py={6} component="section" aria-label="All pages" tabIndex={-1}>
        <Group gap="xs" justify="center">
          <Text component="output" size="sm">
            {isAll
              ? formatter.plural(total, {
                  one: isFiltered ? "The {count} file that matches is selected." : "The {count} file is selected.",
                  other: isFiltered
                    ? "All {count} files that match are selected."
                    : "All {count} files of this user are selected.",
                })
              : formatter.plural(files.length, {
                  one: "The {count} file on this page is selected.",
                  other: "All {count} files on this page are selected.",
                })}
          </Text>
          {isAll ? null : (
            <Button size="compact-sm" variant="subtle" loading={isPending} onClick={tickAll}>
              {isFiltered
                ? `Select all ${formatter.count(total)} that match`
                : `Select all ${formatter.count(total)} files of this user`}
            </Button>
          )}
          <Button
            size="compact-sm"
            variant="subtle"
            onClick={() => {
              selection.clear();
            }}
          >
            Clear
          </Button>
        </Group>
      </Paper>
      {isPending ? <ListProgressNotice userId={userId} /> : null}
      {error === null ? null : <ErrorNotice error={describeError(error)} onRetry={tickAll} />}
    </>
  );
}
