import { Button } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import type { ExportFormat } from "./receipt-download";

interface DownloadButtonsProps {
  readonly onDownload: (extension: ExportFormat) => void;
}

const LABELS = [
  ["csv", "Download CSV"],
  ["json", "Download JSON"],
] as const;

/** The two formats of every receipt. */
export function DownloadButtons({ onDownload }: DownloadButtonsProps) {
  return LABELS.map(([extension, label]) => (
    <Button
      key={extension}
      variant="default"
      leftSection={<IconDownload size={18} aria-hidden />}
      onClick={() => {
        onDownload(extension);
      }}
    >
      {label}
    </Button>
  ));
}
