import type { OwnerOrder, UsersSearch } from "./users-search";

type OwnerSort = Pick<UsersSearch, "sort" | "dir">;

const choice = (sort: OwnerOrder, dir: UsersSearch["dir"], label: string) => ({
  value: `${sort} ${dir}`,
  sort,
  dir,
  label,
});

/** Every order in words, where there are no column headers for it. */
export const sortChoices = [
  choice("size", "descending", "Size, largest first"),
  choice("size", "ascending", "Size, smallest first"),
  choice("files", "descending", "Files, most first"),
  choice("files", "ascending", "Files, fewest first"),
  choice("user", "ascending", "User ID, A to Z"),
  choice("user", "descending", "User ID, Z to A"),
  choice("name", "ascending", "Display name, A to Z"),
  choice("name", "descending", "Display name, Z to A"),
] as const;

/** The order after a press on a column's header: the other way round, or that column with the direction it mostly serves. */
export function nextSort({ sort, dir }: OwnerSort, key: OwnerOrder): OwnerSort {
  if (sort === key) return { sort, dir: dir === "ascending" ? "descending" : "ascending" };
  return { sort: key, dir: key === "files" || key === "size" ? "descending" : "ascending" };
}
