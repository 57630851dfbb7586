import { Anchor, Group, Paper, Stack, Text } from "@mantine/core";
import { useMemo } from "react";
import { Link } from "react-router";
import type { CachedFile } from "../../api/media-info";
import { FactList } from "../../deletion/parts/fact-list";
import { FileActions } from "../../files/act/file-actions";
import { accessText, hashText, quarantineText } from "../../files/details/fact-texts";
import { DownloadButton } from "../../files/look/download-button";
import { LastUsed } from "../../files/look/last-used";
import { LookPanel } from "../../files/look/look-panel";
import { useLookable } from "../../files/look/lookable";
import { mxcOf } from "../../lib/mxc";
import { paths } from "../../lib/paths";
import { Bytes } from "../../ui/bytes";
import { Copyable } from "../../ui/copyable";
import { Timestamp } from "../../ui/timestamp";
import { UserText } from "../../ui/user-text";

/** The copy of another server's file, and what can be done with it. */
export function CachedCopy({ file }: { readonly file: CachedFile }) {
  useLookable(useMemo(() => [file], [file]));
  return (
    <Paper withBorder p="lg" component="section" aria-label="Cached copy">
      <Stack>
        <Text fw={600}>A copy of another server&apos;s file</Text>
        <FactList
          facts={[
            { term: "Name", value: <UserText text={file.name} none="Unnamed file" /> },
            { term: "mxc URI", value: <Copyable value={mxcOf(file)} label="Copy the mxc URI" /> },
            { term: "Server", value: <bdi>{file.serverName}</bdi> },
            { term: "Type", value: <UserText text={file.type} none="Unknown" /> },
            { term: "Size", value: <Bytes value={file.sizeBytes} /> },
            { term: "Fetched", value: <Timestamp ms={file.createdMs} /> },
            { term: "Last used", value: <LastUsed file={file} none="Not known" /> },
            { term: "Quarantined by", value: quarantineText(file) },
            { term: "Authenticated", value: accessText(file) },
            { term: "SHA-256", value: hashText(file) },
          ]}
        />
        <LookPanel file={file} label={file.name ?? file.mediaId} />
        <Group gap="sm">
          <DownloadButton file={file} />
          <FileActions file={{ ...file, userId: null, isProtected: false }} />
        </Group>
        <Text size="sm">
          Synapse cannot delete a single remote file. Quarantine it, or{" "}
          <Anchor component={Link} to={paths.remote()} inherit underline="always">
            purge the cache by date
          </Anchor>
          .
        </Text>
      </Stack>
    </Paper>
  );
}
