import { Group } from "@mantine/core";
import { useSession } from "../../queries/use-session";
import { ActButtons } from "./act-buttons";
import { actChoices } from "./act-choices";
import type { ActFile } from "./act-file";
import type { FileAct } from "./media-actions";
import { useActDialog } from "./use-act-dialog";

interface FileActionsProps {
  readonly file: ActFile;
}

/** What can be done to one file besides deleting and saving it, by its state. Of another server's only quarantine. */
export function FileActions({ file }: FileActionsProps) {
  const { account } = useSession();
  const { ask, dialog } = useActDialog();
  const pin: FileAct = file.isProtected ? "unprotect" : "protect";
  const lock: FileAct = file.quarantinedBy === null ? "quarantine" : "unquarantine";
  const acts = file.serverName === account.serverName ? [pin, lock] : [lock];
  return (
    <Group gap="xs">
      <ActButtons
        isNarrow={false}
        choices={actChoices(acts, (act) => {
          ask(act, [file]);
        })}
      />
      {dialog}
    </Group>
  );
}
