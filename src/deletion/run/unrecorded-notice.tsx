import { Alert } from "@mantine/core";
import { IconDatabaseOff } from "@tabler/icons-react";
import type { JournalTrouble } from "../../session/journal-error";

export interface UnrecordedNoticeProps {
  readonly why: JournalTrouble;
  readonly isEnded: boolean;
}

const TITLES: Readonly<Record<JournalTrouble, string>> = {
  refused: "This browser keeps no record of this run",
  full: "This browser has no room left for the record of this run",
  lost: "This browser has lost the record of this run",
};

/** What an admin has to do where a run is kept in memory only. */
export function UnrecordedNotice({ why, isEnded }: UnrecordedNoticeProps) {
  return (
    <Alert color="yellow" role="note" icon={<IconDatabaseOff aria-hidden />} title={TITLES[why]}>
      {isEnded
        ? "These results are in this tab only, and go with it. Download them if you need to prove later what was deleted."
        : "The run goes on. Keep this tab open: after a reload or a crash it cannot be resumed. Download its results at the end."}
    </Alert>
  );
}
