import { Badge, Text } from "@mantine/core";
import type { ReactNode } from "react";
import type { LookedUp } from "../../sweep/look-up-files";

interface LookedUpStateProps<File> {
  readonly known: LookedUp<File> | null;
  /** Said where no file stands behind the name. */
  readonly gone: string;
  readonly children: (file: File) => ReactNode;
}

/** What became of a name: its file, or why there is none to show. */
export function LookedUpState<File>({ known, gone, children }: LookedUpStateProps<File>) {
  if (known === null) {
    return (
      <Text size="xs" c="dimmed">
        Not looked up
      </Text>
    );
  }
  if (known.what === "found") return children(known.file);
  if (known.what === "gone") {
    return (
      <Badge size="md" radius="sm" variant="light" color="gray" tt="none" fw={600}>
        {gone}
      </Badge>
    );
  }
  return <Text size="xs">{known.problem.title}</Text>;
}
