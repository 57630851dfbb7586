import { Button, Text } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import type { Store } from "../../lib/store";
import { useStore } from "../../queries/use-session";
import { tallyOfFiles } from "../../sweep/tally";
import { useFormatter } from "../../ui/formatter-context";
import { ReasonButton } from "../../ui/reason-button";
import { NOTHING } from "./selection";
import type { Selection } from "./selection";
import classes from "./media.module.css";

interface SelectionTrayProps {
  readonly selection: Store<Selection>;
  readonly onDelete: () => void;
}

/** What is ticked on all pages, and what can be done with it. */
export function SelectionTray({ selection: store, onDelete }: SelectionTrayProps) {
  const formatter = useFormatter();
  const selection = useStore(store);
  const isEmpty = selection.size === 0;
  const bytes = formatter.bytes(tallyOfFiles([...selection.values()]).bytes);
  return (
    <section className={classes["tray"]} aria-label="Selection" data-filled={isEmpty ? undefined : true}>
      <Text component="output" flex="1 1 12rem" {...(isEmpty ? { c: "dimmed" } : { fw: 600 })}>
        {isEmpty
          ? "No files selected"
          : formatter.plural(selection.size, {
              one: `{count} file selected · ${bytes}`,
              other: `{count} files selected · ${bytes}`,
            })}
      </Text>
      {isEmpty ? null : (
        <Button
          variant="subtle"
          onClick={() => {
            store.set(NOTHING);
          }}
        >
          Clear selection
        </Button>
      )}
      <ReasonButton
        color="red"
        leftSection={<IconTrash size={16} aria-hidden />}
        whyNot={isEmpty ? "Tick the files to delete first." : null}
        onClick={onDelete}
      >
        Delete selected
      </ReasonButton>
    </section>
  );
}
