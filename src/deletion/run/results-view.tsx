import { Button, Group, Stack } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useEffect } from "react";
import { useNavigate } from "react-router";
import { paths } from "../../lib/paths";
import { runs } from "../../session/current";
import type { Receipt } from "../../sweep/receipt";
import { wishOfReceipt } from "../../sweep/command-wish";
import { ErrorNotice } from "../../ui/error-notice";
import { PageHeader } from "../../ui/page-header";
import { EquivalentCommand } from "../parts/equivalent-command";
import { OutcomeSections } from "./outcome-sections";
import { downloadReceipt } from "./receipt-download";
import { ResultsSummary } from "./results-summary";

/** What became of a run, file by file, and the receipt to keep. */
export function ResultsView({ receipt }: { readonly receipt: Receipt }) {
  const navigate = useNavigate();
  useEffect(takeLostFocus, []);
  const begin = () => {
    runs.clear();
    void navigate(paths.cleanup());
  };
  return (
    <Stack gap="xl">
      <div>
        <PageHeader
          title="Results"
          actions={
            <Group gap="sm">
              <DownloadButton receipt={receipt} extension="csv" />
              <DownloadButton receipt={receipt} extension="json" />
              <EquivalentCommand makeWish={() => wishOfReceipt(receipt)} />
              <Button onClick={begin}>New clean-up</Button>
            </Group>
          }
        />
        <Stack gap="lg">
          {receipt.halted === null ? null : <ErrorNotice error={receipt.halted} />}
          <ResultsSummary receipt={receipt} />
        </Stack>
      </div>
      <OutcomeSections receipt={receipt} />
    </Stack>
  );
}

/** The end of a run takes away the "Stop" that had the focus: reading goes on at the new heading. */
function takeLostFocus(): void {
  if (document.activeElement === document.body) document.querySelector("h1")?.focus({ preventScroll: true });
}

interface DownloadButtonProps {
  readonly receipt: Receipt;
  readonly extension: "csv" | "json";
}

function DownloadButton({ receipt, extension }: DownloadButtonProps) {
  return (
    <Button
      variant="default"
      leftSection={<IconDownload size={18} aria-hidden />}
      onClick={() => {
        downloadReceipt(receipt, extension);
      }}
    >
      {extension === "csv" ? "Download CSV" : "Download JSON"}
    </Button>
  );
}
