import { useMatches } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useState } from "react";
import type { MediaFile } from "../../api/media-page";
import { useSession } from "../../queries/use-session";
import { DownloadDialog } from "../save/download-dialog";
import { ActButtons } from "./act-buttons";
import { actChoices } from "./act-choices";
import { localFiles } from "./act-file";
import type { ActFile } from "./act-file";
import { useActDialog } from "./use-act-dialog";

interface SelectionActionsProps {
  /** The ticked files of this server, asked for when something is to be done with them. */
  readonly files: () => readonly MediaFile[];
  /** Something was started that changes the state of the ticked files. */
  readonly onStarted: () => void;
}

/** What can be done with ticked files besides deleting them. */
export function SelectionActions({ files, onStarted }: SelectionActionsProps) {
  const { account } = useSession();
  const isNarrow = useMatches({ base: true, lg: false }, { getInitialValueInEffect: false });
  const { ask, dialog } = useActDialog(onStarted);
  const [download, setDownload] = useState<{ readonly files: readonly ActFile[]; readonly isOpen: boolean }>(NOTHING);
  const ticked = () => localFiles(account.serverName, files());
  const choices = actChoices(["protect", "unprotect", "quarantine", "unquarantine"], (act) => {
    ask(act, ticked());
  });
  const save = {
    key: "download",
    label: "Download",
    icon: <IconDownload size={16} aria-hidden />,
    onChoose: () => {
      setDownload({ files: ticked(), isOpen: true });
    },
  };
  return (
    <>
      <ActButtons choices={[...choices, save]} isNarrow={isNarrow} />
      {dialog}
      <DownloadDialog
        files={download.files}
        opened={download.isOpen}
        onClose={() => {
          setDownload({ ...download, isOpen: false });
        }}
      />
    </>
  );
}

const NOTHING = { files: [], isOpen: false };
