import type { Locator, Page } from "@playwright/test";

import { paths } from "../../src/lib/paths";

/** The link to a user's media; `search` begins with "?". */
export const mediaLink = (userId: string, search = ""): string => `#${paths.user(userId)}${search}`;

/** The list of one user's files. */
export const mediaTable = (page: Page): Locator => page.getByRole("table", { name: "Media", exact: true });

/** The table of who stores how much. */
export const usersTable = (page: Page): Locator => page.getByRole("table", { name: "Users by media" });

/** The box that ticks a file in the list. */
export const tickBox = (page: Page, name: string): Locator =>
  page.getByRole("checkbox", { name: `Select ${name}`, exact: true });

/** The details of a file: beside the list, or over it where there is no room. */
export const detailsOf = (page: Page, name: string): Locator => {
  const named = { name: `Details of ${name}`, exact: true };
  return page.getByRole("region", named).or(page.getByRole("dialog", named));
};

/** The dialog that reviews picked files and confirms. */
export const pickedDialog = (page: Page): Locator => page.getByRole("dialog", { name: "Delete the selected files" });
