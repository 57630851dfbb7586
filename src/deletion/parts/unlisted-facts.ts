import type { MediaOwner } from "../../api/statistics";
import type { Formatter } from "../../lib/formatter";
import { filesText } from "./amount-text";
import type { Fact } from "./fact-list";

/** What Synapse's rule may take beyond the list, as the admin agreed; nothing where that is nothing. */
export function unlistedFacts(formatter: Formatter, owners: readonly MediaOwner[]): readonly Fact[] {
  if (owners.length === 0) return [];
  const sum = owners.reduce((files, owner) => files + owner.files, 0);
  const files = filesText(formatter, sum);
  const value = formatter.plural(owners.length, {
    one: `Agreed: files of {count} owner that could not be read, ${files} at most, may go too.`,
    other: `Agreed: files of {count} owners that could not be read, ${files} at most, may go too.`,
  });
  return [{ term: "Not listed", value }];
}
