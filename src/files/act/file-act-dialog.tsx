import { useQuery } from "@tanstack/react-query";
import { serverQueries } from "../../queries/server";
import { useSession } from "../../queries/use-session";
import { useFormatter } from "../../ui/formatter-context";
import type { ActFile } from "./act-file";
import { actFacts, actTitle, whyNotAct } from "./act-text";
import { ConfirmAction } from "./confirm-action";
import { fileAction } from "./media-actions";
import type { FileAct } from "./media-actions";
import { startAction } from "./start-action";

export interface FileActDialogProps {
  readonly act: FileAct;
  readonly files: readonly ActFile[];
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onStarted?: (() => void) | undefined;
}

/** Says what protecting, quarantining or the opposite of either does to these files, and does it. */
export function FileActDialog({ act, files, opened, onClose, onStarted }: FileActDialogProps) {
  const formatter = useFormatter();
  const { account, client } = useSession();
  const { data: serverVersion = null } = useQuery(serverQueries.version(client));
  const title = actTitle(formatter, act, files.length);
  const asked = { files, serverName: account.serverName, serverVersion };
  return (
    <ConfirmAction
      opened={opened}
      onClose={onClose}
      title={`${title}?`}
      facts={actFacts(formatter, act, asked)}
      whyNot={whyNotAct(act, asked)}
      label={title}
      onConfirm={() => {
        // Without a version the button does nothing.
        if (serverVersion === null) return;
        void startAction(fileAction(act, files, serverVersion));
        onClose();
        onStarted?.();
      }}
    />
  );
}
