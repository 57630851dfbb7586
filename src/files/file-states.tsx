import { Badge, Group, VisuallyHidden } from "@mantine/core";
import type { MediaFile } from "../api/media-page";
import { statesOf } from "./file-words";
import classes from "./file.module.css";

/** Made once, as it stands in nearly every row. */
const nothingSpecial = (
  <span className={classes["small"]}>
    <span aria-hidden>–</span>
    <VisuallyHidden>nothing special</VisuallyHidden>
  </span>
);

/** What is special about a file, as small badges. */
export function FileStates({ file }: { readonly file: MediaFile }) {
  const states = statesOf(file);
  if (states.length === 0) return nothingSpecial;
  return (
    <Group className={classes["states"] ?? ""} gap={4} title={states.map(({ text }) => text).join(", ")}>
      {states.map(({ text, color }) => (
        <Badge key={text} size="md" radius="sm" variant="light" color={color} tt="none" fw={600}>
          {text}
        </Badge>
      ))}
    </Group>
  );
}
