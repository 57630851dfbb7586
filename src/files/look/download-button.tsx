import { Group, Stack, Text } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useFormatter } from "../../ui/formatter-context";
import { downloadBlob } from "../../ui/download-blob";
import { ErrorNotice } from "../../ui/error-notice";
import { ReasonButton } from "../../ui/reason-button";
import { fetchDeps } from "./current-looks";
import { fetchWhole } from "./fetch-content";
import { askToLook } from "./look-consent";
import { describeLookError } from "./look-errors";
import type { LookFile } from "./look-file";
import { PastQuarantine, useWhyNotPastQuarantine } from "./past-quarantine";
import { whyNotDownload } from "./why-not-look";

/** Saves the file on this device, whatever it holds: the browser is told no type that it would open. */
export function DownloadButton({ file }: { readonly file: LookFile }) {
  const formatter = useFormatter();
  const { mutate, isPending, error } = useMutation({
    mutationFn: async () => {
      const { blob } = await fetchWhole(file, await fetchDeps(), new AbortController().signal);
      downloadBlob(file.name ?? file.mediaId, blob.slice(0, blob.size, "application/octet-stream"));
    },
  });
  const whyNotPast = useWhyNotPastQuarantine();
  const isQuarantined = file.quarantinedBy !== null && file.sizeBytes !== null;
  const whyNot = isQuarantined ? whyNotPast : whyNotDownload(file);
  const save = () => {
    askToLook(() => {
      mutate();
    });
  };
  return (
    <Stack gap="xs">
      <Group gap="sm">
        {isQuarantined ? (
          <PastQuarantine file={file} to="download" isBusy={isPending} onGoOn={mutate} />
        ) : (
          <ReasonButton
            variant="default"
            leftSection={<IconDownload size={16} aria-hidden />}
            loading={isPending}
            whyNot={whyNot}
            onClick={save}
          >
            Download
          </ReasonButton>
        )}
        <Text size="sm" c="dimmed">
          {whyNot ?? `Counts as use. Fetches ${formatter.bytes(file.sizeBytes ?? 0)}.`}
        </Text>
      </Group>
      {error === null ? null : <ErrorNotice error={describeLookError(error)} onRetry={isQuarantined ? mutate : save} />}
    </Stack>
  );
}
