import { useFormatter } from "../../ui/formatter-context";
import { Timestamp } from "../../ui/timestamp";
import { useLookedAt } from "./current-looks";
import type { LookFile } from "./look-file";
import classes from "./look.module.css";

interface LastUsedProps {
  readonly file: Pick<LookFile, "serverName" | "mediaId" | "lastAccessMs">;
  /** Said where there is no time. */
  readonly none?: string;
}

/** When a file was last used; where this page has looked at it since, the time from before, and that it did. */
export function LastUsed({ file, none = "Never opened" }: LastUsedProps) {
  const formatter = useFormatter();
  const looked = useLookedAt(file);
  if (looked === null) return <Timestamp ms={file.lastAccessMs} none={none} />;
  const explanation = `You looked at it here on ${formatter.dateTime(looked.lookedMs)}, which Synapse records as its last use within a minute. This is the time from before. Synapse sorts by its own.`;
  return (
    <span className={classes["before"]}>
      <Timestamp ms={looked.beforeMs} none={none} />
      <span className={classes["mark"]} title={explanation}>
        Looked at by you since
      </span>
    </span>
  );
}
