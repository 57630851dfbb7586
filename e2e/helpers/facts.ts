import type { Locator } from "@playwright/test";

/** What a list of terms and their values says. */
export async function readFacts(within: Locator): Promise<Readonly<Record<string, string>>> {
  const [terms, values] = await Promise.all([
    within.getByRole("term").allInnerTexts(),
    within.getByRole("definition").allInnerTexts(),
  ]);
  return Object.fromEntries(
    terms.map((term, index) => [term, (values[index] ?? "").trim().replaceAll(/\s*\n\s*/g, "\n")]),
  );
}
