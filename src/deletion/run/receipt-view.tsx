import { Stack } from "@mantine/core";
import type { ReactNode } from "react";
import { wishOfReceipt } from "../../sweep/command-wish";
import type { Receipt } from "../../sweep/receipt";
import { ErrorNotice } from "../../ui/error-notice";
import { PageHeader } from "../../ui/page-header";
import { EquivalentCommand } from "../parts/equivalent-command";
import { DownloadButtons } from "./download-buttons";
import { OutcomeSections } from "./outcome-sections";
import { downloadReceipt } from "./receipt-download";
import { ResultsSummary } from "./results-summary";

export interface ReceiptViewProps {
  readonly title: string;
  readonly receipt: Receipt;
  /** What else can be done from here, beside keeping the receipt. */
  readonly actions: ReactNode;
  /** What is to be known before anything else. */
  readonly notice?: ReactNode;
}

/** What became of a run, file by file, and the receipt to keep. */
export function ReceiptView({ title, receipt, actions, notice }: ReceiptViewProps) {
  return (
    <Stack gap="xl">
      <div>
        <PageHeader
          title={title}
          actions={
            <>
              <DownloadButtons
                onDownload={(extension) => {
                  downloadReceipt(receipt, extension);
                }}
              />
              <EquivalentCommand makeWish={() => wishOfReceipt(receipt)} />
              {actions}
            </>
          }
        />
        <Stack gap="lg">
          {notice}
          {receipt.halted === null ? null : <ErrorNotice error={receipt.halted} />}
          <ResultsSummary receipt={receipt} />
        </Stack>
      </div>
      <OutcomeSections receipt={receipt} />
    </Stack>
  );
}
