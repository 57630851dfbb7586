import { useState } from "react";
import type { ReactNode } from "react";
import type { ActFile } from "./act-file";
import { FileActDialog } from "./file-act-dialog";
import type { FileAct } from "./media-actions";

interface Asking {
  readonly act: FileAct;
  readonly files: readonly ActFile[];
  readonly isOpen: boolean;
}

interface ActDialog {
  readonly ask: (act: FileAct, files: readonly ActFile[]) => void;
  readonly dialog: ReactNode;
}

/** The dialog of these acts, which stays filled while it closes, and how to open it. */
export function useActDialog(onStarted?: () => void): ActDialog {
  const [asking, setAsking] = useState<Asking | null>(null);
  return {
    ask: (act, files) => {
      setAsking({ act, files, isOpen: true });
    },
    dialog:
      asking === null ? null : (
        <FileActDialog
          act={asking.act}
          files={asking.files}
          opened={asking.isOpen}
          onClose={() => {
            setAsking({ ...asking, isOpen: false });
          }}
          onStarted={onStarted}
        />
      ),
  };
}
