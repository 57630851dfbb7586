import { IconLock, IconLockOpen, IconPin, IconPinnedOff } from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { Choice } from "./act-buttons";
import type { FileAct } from "./media-actions";

const looks: Readonly<Record<FileAct, { readonly label: string; readonly icon: ReactNode }>> = {
  protect: { label: "Protect", icon: <IconPin size={16} aria-hidden /> },
  unprotect: { label: "Remove protection", icon: <IconPinnedOff size={16} aria-hidden /> },
  quarantine: { label: "Quarantine", icon: <IconLock size={16} aria-hidden /> },
  unquarantine: { label: "Lift quarantine", icon: <IconLockOpen size={16} aria-hidden /> },
};

/** These acts as things to choose from. */
export const actChoices = (acts: readonly FileAct[], onChoose: (act: FileAct) => void): readonly Choice[] =>
  acts.map((act) => ({
    key: act,
    ...looks[act],
    onChoose: () => {
      onChoose(act);
    },
  }));
