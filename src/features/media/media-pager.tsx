import { Group, Text } from "@mantine/core";
import { IconChevronLeft, IconChevronRight, IconChevronsLeft, IconChevronsRight } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useFormatter } from "../../ui/formatter-context";
import { ReasonButton } from "../../ui/reason-button";
import type { MediaSearch } from "./media-search";
import { lastPageOf, rowsOnPage } from "./paging";

interface MediaPagerProps {
  readonly search: MediaSearch;
  readonly total: number;
  readonly onPage: (page: number) => void;
}

/** Where in the list the page is, and the way to the others. */
export function MediaPager({ search, total, onPage }: MediaPagerProps) {
  const formatter = useFormatter();
  const { page, rows } = search;
  const lastPage = lastPageOf(total, search);
  const { first, last } = rowsOnPage(total, search);
  const atStart = page <= 1 ? "This is the first page." : null;
  const atEnd = page >= lastPage ? "This is the last page." : null;
  const step = (target: number, label: string, [icon, whyNot]: readonly [ReactNode, string | null]) => (
    <ReasonButton
      variant="default"
      px="xs"
      aria-label={label}
      title={label}
      whyNot={whyNot}
      onClick={() => {
        onPage(target);
      }}
    >
      {icon}
    </ReasonButton>
  );
  return (
    <Group component="nav" aria-label="Pages" justify="space-between" gap="sm">
      <Text size="sm" c="dimmed">
        {`${formatter.count(first)}–${formatter.count(last)} of ${formatter.count(total)}`}
      </Text>
      {rows === "all" ? null : (
        <Group gap={6}>
          {step(1, "First page", [<IconChevronsLeft size={16} key="icon" aria-hidden />, atStart])}
          {step(page - 1, "Previous page", [<IconChevronLeft size={16} key="icon" aria-hidden />, atStart])}
          <Text size="sm" px="xs" aria-live="polite">
            {`Page ${formatter.count(page)} of ${formatter.count(lastPage)}`}
          </Text>
          {step(page + 1, "Next page", [<IconChevronRight size={16} key="icon" aria-hidden />, atEnd])}
          {step(lastPage, "Last page", [<IconChevronsRight size={16} key="icon" aria-hidden />, atEnd])}
        </Group>
      )}
    </Group>
  );
}
