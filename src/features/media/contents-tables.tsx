import { SimpleGrid, Stack, Text, Title } from "@mantine/core";
import { useMemo } from "react";
import type { MediaFile } from "../../api/media-page";
import { typeGroupText } from "../../deletion/parts/type-groups";
import { startOfDay } from "../../lib/dates";
import type { Formatter } from "../../lib/formatter";
import { Bytes } from "../../ui/bytes";
import type { Column } from "../../ui/column";
import { DataTable } from "../../ui/data-table";
import { useFormatter } from "../../ui/formatter-context";
import { Share } from "../../ui/share";
import { contentsOf } from "./contents";
import type { Portion } from "./contents";

/** What these files are, by type and by month of upload. */
export function ContentsTables({ files }: { readonly files: readonly MediaFile[] }) {
  const formatter = useFormatter();
  const { all, unsized, types, months } = useMemo(() => contentsOf(files), [files]);
  const unsizedText = formatter.plural(unsized, {
    one: "{count} unfinished upload has no size: it counts as a file without bytes.",
    other: "{count} unfinished uploads have no size: they count as files without bytes.",
  });
  return (
    <Stack gap="sm">
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg" style={{ alignItems: "start" }}>
        <Portions title="By type" first="Type" wholeBytes={all.bytes} portions={types} textOf={typeText} />
        <Portions
          title="By month of upload"
          first="Month"
          wholeBytes={all.bytes}
          portions={months}
          textOf={({ key }) => monthText(formatter, key)}
        />
      </SimpleGrid>
      <Text size="sm" c="dimmed">
        Months are those of the zone {formatter.zone}. {unsized === 0 ? null : unsizedText}
      </Text>
    </Stack>
  );
}

const typeText = ({ key }: Portion): string => typeGroupText(key ?? "unknown");

const monthText = (formatter: Formatter, month: string | null): string =>
  month === null ? "No date" : formatter.month(startOfDay(`${month}-01`));

interface PortionsProps {
  readonly title: string;
  /** The name of the first column. */
  readonly first: string;
  readonly portions: readonly Portion[];
  /** What a share is of. */
  readonly wholeBytes: number;
  readonly textOf: (portion: Portion) => string;
}

function Portions({ title, first, portions, wholeBytes, textOf }: PortionsProps) {
  const formatter = useFormatter();
  const columns: readonly Column<Portion>[] = [
    { key: "what", header: first, render: textOf },
    { key: "files", header: "Files", align: "end", width: "5rem", render: ({ files }) => formatter.count(files) },
    { key: "size", header: "Size", align: "end", width: "6rem", render: ({ bytes }) => <Bytes value={bytes} /> },
    {
      key: "share",
      header: "Share",
      visibleFrom: "sm",
      width: "11rem",
      render: ({ bytes }) => <Share part={bytes} whole={wholeBytes} />,
    },
  ];
  return (
    <Stack gap="xs">
      <Title order={3} fz="md">
        {title}
      </Title>
      <DataTable label={title} rows={portions} rowKey={keyOf} columns={columns} maxHeight="22rem" />
    </Stack>
  );
}

const keyOf = ({ key }: Portion): string => key ?? "";
