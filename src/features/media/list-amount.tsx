import { Text } from "@mantine/core";
import { useMemo } from "react";
import { amountText, filesText } from "../../deletion/parts/amount-text";
import type { Formatter } from "../../lib/formatter";
import { tallyOfFiles } from "../../sweep/tally";
import { useFormatter } from "../../ui/formatter-context";
import type { ListedMedia } from "./use-listed-media";

/** How many files are listed, and where all of them were read how large they are: a page of Synapse tells a number only. */
export function ListAmount({ list }: { readonly list: ListedMedia }) {
  const formatter = useFormatter();
  const text = useMemo(() => listText(formatter, list), [formatter, list]);
  return (
    <Text component="output" fw={600} ms="auto" lh="2.25rem">
      {text}
    </Text>
  );
}

function listText(formatter: Formatter, { matching, total, ofUser }: ListedMedia): string {
  if (matching === null) return filesText(formatter, total);
  const tally = tallyOfFiles(matching);
  if (total === ofUser) return amountText(formatter, tally);
  const [matched, bytes] = [formatter.count(total), formatter.bytes(tally.bytes)];
  return formatter.plural(ofUser, {
    one: `${matched} of {count} file matches · ${bytes}`,
    other: `${matched} of {count} files match · ${bytes}`,
  });
}
