import { receiptCsv, receiptJson } from "../../sweep/receipt-export";
import type { Receipt } from "../../sweep/receipt";
import { downloadText } from "../../ui/download-text";

/** `mediasweep-example.org-2026-08-24T120000Z.csv`, by the end of the run; a port's colon is no character for a file. */
export function receiptFileName({ serverName, endedMs }: Receipt, extension: "csv" | "json"): string {
  const time = new Date(endedMs)
    .toISOString()
    .replace(/\.\d+Z$/, "Z")
    .replaceAll(":", "");
  return `mediasweep-${serverName.replace(/[^\w.-]/g, "_")}-${time}.${extension}`;
}

/** Hands the receipt to the browser as a file. */
export function downloadReceipt(receipt: Receipt, extension: "csv" | "json"): void {
  const isCsv = extension === "csv";
  downloadText({
    name: receiptFileName(receipt, extension),
    text: isCsv ? receiptCsv(receipt) : receiptJson(receipt),
    type: isCsv ? "text/csv;charset=utf-8" : "application/json",
  });
}
