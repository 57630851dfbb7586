import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { useStore } from "../../queries/use-session";
import { useFormatter } from "../../ui/formatter-context";
import { Tray } from "../../ui/tray";
import type { Selection } from "./selection";

interface SelectionTrayProps {
  readonly selection: Selection;
  /** What can be done with what is ticked. Each action watches the selection itself, and says why it cannot be used. */
  readonly children: ReactNode;
}

/** What is ticked on all pages, and what can be done with it. */
export function SelectionTray({ selection, children }: SelectionTrayProps) {
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
        <Button
          variant="subtle"
          onClick={() => {
            selection.clear();
          }}
        >
          Clear selection
        </Button>
      )}
      {children}
    </Tray>
  );
}
