import { Button, NativeSelect, Text } from "@mantine/core";
import { IconSortAscending, IconSortDescending } from "@tabler/icons-react";
import { mediaOrders } from "../../api/media";
import { useFormatter } from "../../ui/formatter-context";
import { ListAmount } from "./list-amount";
import { orderHint, orderWords } from "./order-words";
import { needsWholeList, pageSizes } from "./media-search";
import type { MediaSearch } from "./media-search";
import type { ListedMedia } from "./use-listed-media";
import classes from "./media.module.css";

interface MediaToolbarProps {
  readonly search: MediaSearch;
  /** Undefined until it is known. */
  readonly list: ListedMedia | undefined;
  readonly onChange: (change: Partial<MediaSearch>) => void;
}

/** Order and length of the page, and how much there is. Every order counts for the whole list. */
export function MediaToolbar({ search, list, onChange }: MediaToolbarProps) {
  const formatter = useFormatter();
  const hint = orderHint(search.sort, needsWholeList(search));
  const isAscending = search.dir === "ascending";
  return (
    <div>
      <div className={classes["toolbar"]}>
        <NativeSelect
          className={classes["order"] ?? ""}
          label="Sort by"
          data={mediaOrders.map((order) => ({ value: order, label: orderWords[order] }))}
          value={search.sort}
          onChange={(event) => {
            const sort = mediaOrders.find((order) => order === event.currentTarget.value);
            if (sort !== undefined) onChange({ sort });
          }}
        />
        <Button
          variant="default"
          leftSection={
            isAscending ? <IconSortAscending size={16} aria-hidden /> : <IconSortDescending size={16} aria-hidden />
          }
          onClick={() => {
            onChange({ dir: isAscending ? "descending" : "ascending" });
          }}
        >
          {isAscending ? "Ascending" : "Descending"}
        </Button>
        <NativeSelect
          label="Rows per page"
          data={pageSizes.map((size) => ({
            value: size,
            label: size === "all" ? "All" : formatter.count(Number(size)),
          }))}
          value={search.rows}
          onChange={(event) => {
            const rows = pageSizes.find((size) => size === event.currentTarget.value);
            if (rows !== undefined) onChange({ rows });
          }}
        />
        {list === undefined ? null : <ListAmount list={list} />}
      </div>
      {hint === null ? null : (
        <Text size="sm" c="dimmed" mt={6}>
          {hint}
        </Text>
      )}
    </div>
  );
}
