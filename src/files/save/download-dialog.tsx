import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import type { ErrorText } from "../../api/describe-error";
import { isAbort } from "../../api/errors";
import { receiptFileName } from "../../deletion/run/receipt-download";
import { serverQueries } from "../../queries/server";
import { useSession } from "../../queries/use-session";
import { ErrorNotice } from "../../ui/error-notice";
import { useFormatter } from "../../ui/formatter-context";
import type { ActFile } from "../act/act-file";
import { ConfirmAction } from "../act/confirm-action";
import { startAction } from "../act/start-action";
import { fetchDeps } from "../look/current-looks";
import { downloadAction, fetchableOf } from "./download-action";
import { downloadFacts, downloadLabel, whyNotDownload } from "./download-text";
import { canStreamToDisk, chooseTarget } from "./zip-target";

export interface DownloadDialogProps {
  readonly files: readonly ActFile[];
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Says what a download of these files does, asks where it is to go, and begins it. */
export function DownloadDialog({ files, opened, onClose }: DownloadDialogProps) {
  const formatter = useFormatter();
  const { client, account } = useSession();
  const { data: serverVersion = null } = useQuery(serverQueries.version(client));
  const fetchable = useMemo(() => fetchableOf(files), [files]);
  const [problem, setProblem] = useState<ErrorText | null>(null);
  const close = () => {
    setProblem(null);
    onClose();
  };
  const start = async () => {
    const zipName = receiptFileName(account.serverName, Date.now(), "zip");
    try {
      const deps = await fetchDeps();
      const target = await chooseTarget(zipName);
      void startAction(downloadAction({ files, zipName, target, deps }));
      close();
    } catch (error) {
      // The admin thought better of it.
      if (!isAbort(error)) setProblem(notOpened(error));
    }
  };
  const whyNot = serverVersion === null ? NO_VERSION : whyNotDownload(formatter, fetchable, canStreamToDisk());
  return (
    <ConfirmAction
      opened={opened}
      onClose={close}
      title="Download the selected files"
      facts={downloadFacts(formatter, fetchable)}
      whyNot={whyNot}
      label={downloadLabel(formatter, fetchable)}
      onConfirm={() => void start()}
    >
      {problem === null ? null : <ErrorNotice error={problem} />}
    </ConfirmAction>
  );
}

const NO_VERSION = "The server's version is not known yet: it decides where files are fetched.";

const notOpened = (error: unknown): ErrorText => ({
  title: "The browser did not open a file to write to",
  advice: `Choose another folder, or allow this page to save files, then try again. The browser says: ${String(error)}`,
  words: null,
});
