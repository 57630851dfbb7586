import { Button } from "@mantine/core";
import type { HandPicked } from "../../sweep/plan";
import { useStore } from "../../queries/use-session";
import { useFormatter } from "../../ui/formatter-context";
import { Tray } from "../../ui/tray";
import { SelectionActions } from "../act/selection-actions";
import { DeleteSelected } from "./delete-selected";
import type { Selection } from "./selection";

interface SelectionTrayProps {
  /** Whose files these are: what the record of their deletion says. */
  readonly source: HandPicked;
  readonly selection: Selection;
}

/** What is ticked, on all pages of a list, and what can be done with it. */
export function SelectionTray({ source, selection }: SelectionTrayProps) {
  const formatter = useFormatter();
  const tally = useStore(selection);
  const isEmpty = tally.files === 0;
  const bytes = formatter.bytes(tally.bytes);
  return (
    <Tray
      text={
        isEmpty
          ? "No files selected"
          : formatter.plural(tally.files, {
              one: `{count} file selected · ${bytes}`,
              other: `{count} files selected · ${bytes}`,
            })
      }
      isEmpty={isEmpty}
    >
      {isEmpty ? null : (
        <>
          <Button
            variant="subtle"
            onClick={() => {
              selection.clear();
            }}
          >
            Clear selection
          </Button>
          {/* What is ticked holds the state from before: it is ticked anew from the list that is read afterwards. */}
          <SelectionActions files={selection.files} onStarted={selection.clear} />
        </>
      )}
      <DeleteSelected source={source} selection={selection} />
    </Tray>
  );
}
