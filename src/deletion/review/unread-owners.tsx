import { Alert, Box, Button, Checkbox, Stack, Text } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import type { UnreadOwner } from "../../session/review";
import type { Engine, Source } from "../../sweep/plan";
import { Bytes } from "../../ui/bytes";
import { DataTable } from "../../ui/data-table";
import type { Column } from "../../ui/column";
import { useFormatter } from "../../ui/formatter-context";
import { UserText } from "../../ui/user-text";
import { amountText } from "../parts/amount-text";

export interface UnreadOwnersProps {
  readonly unread: readonly UnreadOwner[];
  readonly source: Source;
  readonly engine: Engine;
  readonly hasConsent: boolean;
  readonly onConsent: (isGiven: boolean) => void;
  readonly onReadAgain: () => void;
}

/** Owners whose files no list names, with what statistics count for them; Synapse's rule may take those too. */
export function UnreadOwners(props: UnreadOwnersProps) {
  const { unread, source, engine, hasConsent, onConsent, onReadAgain } = props;
  const formatter = useFormatter();
  const files = unread.reduce((sum, { owner }) => sum + owner.files, 0);
  const bytes = unread.reduce((sum, { owner }) => sum + owner.bytes, 0);
  const title = formatter.plural(unread.length, {
    one: "{count} owner could not be read",
    other: "{count} owners could not be read",
  });
  return (
    <Alert
      color="yellow"
      role="note"
      icon={<IconAlertTriangle aria-hidden />}
      title={title}
      styles={{ body: { minInlineSize: 0 } }}
    >
      <Stack gap="sm">
        <Text size="sm">{countedText(source, amountText(formatter, { files, bytes }))}</Text>
        {engine === "synapse-rule" ? (
          <Checkbox
            label="Synapse's rule will also take files of these owners that are not listed here"
            checked={hasConsent}
            onChange={(event) => {
              onConsent(event.currentTarget.checked);
            }}
          />
        ) : (
          <Text size="sm">Exactly this list leaves the files of these owners alone.</Text>
        )}
        <Box bg="var(--mantine-color-body)" bdrs="md">
          <DataTable
            label="Owners that could not be read"
            rows={unread}
            rowKey={keyOf}
            columns={columns}
            maxHeight="16rem"
          />
        </Box>
        <Button variant="default" size="xs" style={{ alignSelf: "flex-start" }} onClick={onReadAgain}>
          Read these again
        </Button>
      </Stack>
    </Alert>
  );
}

const countedText = ({ kind }: Source, amount: string): string =>
  kind === "rule"
    ? `The statistics count ${amount} for them, uploaded before the rule's date. How many of these match the rule is not known, and none is on the lists below.`
    : `The statistics count ${amount} for them, and none of these files is on the lists below.`;

const keyOf = ({ owner }: UnreadOwner): string => owner.userId;

const columns: readonly Column<UnreadOwner>[] = [
  { key: "owner", header: "Owner", render: ({ owner }) => <UserText text={owner.userId} /> },
  { key: "files", header: "Files", align: "end", render: ({ owner }) => <FileCount files={owner.files} /> },
  { key: "size", header: "Size", align: "end", render: ({ owner }) => <Bytes value={owner.bytes} /> },
  { key: "why", header: "Why", render: ({ problem }) => <UserText text={problem.words ?? problem.title} /> },
];

function FileCount({ files }: { readonly files: number }) {
  return useFormatter().count(files);
}
