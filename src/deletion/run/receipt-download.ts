import { receiptCsv, receiptJson } from "../../sweep/receipt-export";
import type { Receipt } from "../../sweep/receipt";
import { downloadText } from "../../ui/download-text";

export type ExportFormat = "csv" | "json";

/** `mediasweep-example.org-2026-08-24T120000Z.csv`, by that moment; a port's colon is no character for a file. */
export function receiptFileName(serverName: string, atMs: number, extension: ExportFormat | "zip"): string {
  const time = new Date(atMs)
    .toISOString()
    .replace(/\.\d+Z$/, "Z")
    .replaceAll(":", "");
  return `mediasweep-${serverName.replace(/[^\w.-]/g, "_")}-${time}.${extension}`;
}

/** Hands the receipt of a run to the browser as a file, named by the end of the run. */
export function downloadReceipt(receipt: Receipt, extension: ExportFormat): void {
  const text = extension === "csv" ? receiptCsv(receipt) : receiptJson(receipt);
  downloadExport({ name: receiptFileName(receipt.serverName, receipt.endedMs, extension), text, extension });
}

interface Export {
  readonly name: string;
  readonly text: string;
  readonly extension: ExportFormat;
}

/** Hands a text to the browser as a file of that format. */
export const downloadExport = ({ name, text, extension }: Export): void => {
  downloadText({ name, text, type: extension === "csv" ? "text/csv;charset=utf-8" : "application/json" });
};
