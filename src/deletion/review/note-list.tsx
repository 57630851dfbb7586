import { List, ThemeIcon } from "@mantine/core";
import { IconAlertTriangle, IconInfoCircle } from "@tabler/icons-react";
import type { Note } from "./review-notes";

/** What to know before deleting, what is lost first. */
export function NoteList({ notes }: { readonly notes: readonly Note[] }) {
  return (
    <List spacing="xs" size="sm" center={false} listStyleType="none">
      {notes.map(({ key, isWarning, text }) => (
        <List.Item
          key={key}
          icon={
            <ThemeIcon size="sm" variant="light" color={isWarning ? "yellow" : "gray"} aria-hidden>
              {isWarning ? <IconAlertTriangle size={14} /> : <IconInfoCircle size={14} />}
            </ThemeIcon>
          }
        >
          {text}
        </List.Item>
      ))}
    </List>
  );
}
