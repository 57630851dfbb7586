import { Button, Group, Paper, Stack } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import type { MediaFile } from "../../api/media-page";
import { PickedDeletion } from "../../deletion/picked/picked-deletion";
import { FileActions } from "../../files/act/file-actions";
import { FileFacts } from "../../files/details/file-facts";
import { labelOf } from "../../files/file-words";
import { DownloadButton } from "../../files/look/download-button";
import { lookFileOf } from "../../files/look/look-file";
import { LookPanel } from "../../files/look/look-panel";
import { useLookable } from "../../files/look/lookable";
import { useSession } from "../../queries/use-session";

/** A file of this server, and what can be done with it. */
export function LocalFile({ file }: { readonly file: MediaFile }) {
  const { account } = useSession();
  const look = useMemo(() => lookFileOf(file, account.serverName), [file, account]);
  useLookable(useMemo(() => [look], [look]));
  const [isDeleting, setDeleting] = useState(false);
  return (
    <Paper withBorder p="lg" component="section" aria-label="File">
      <Stack>
        <LookPanel file={look} label={labelOf(file)} />
        <FileFacts file={file} serverName={account.serverName} />
        <Group gap="sm">
          <DownloadButton file={look} />
          <FileActions file={{ ...file, serverName: account.serverName }} />
          <Button
            variant="outline"
            color="red"
            leftSection={<IconTrash size={16} aria-hidden />}
            onClick={() => {
              setDeleting(true);
            }}
          >
            Delete
          </Button>
        </Group>
      </Stack>
      <PickedDeletion
        source={{ kind: "picked", userId: file.userId }}
        files={[file]}
        opened={isDeleting}
        onClose={() => {
          setDeleting(false);
        }}
      />
    </Paper>
  );
}
