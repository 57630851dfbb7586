import { Button, Group, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { useFormatter } from "../../ui/formatter-context";
import { ProgressBar } from "../../ui/progress-bar";
import { foundText, lookUpRestText } from "./room-words";
import type { GoneWord } from "./room-words";
import type { RoomLookUp } from "./use-room-files";

interface LookUpHeadProps<File> {
  readonly label: string;
  readonly lookUp: RoomLookUp<File>;
  readonly goneWord: GoneWord;
  /** More to do with what was found. */
  readonly children?: ReactNode;
}

/** How far the looking up of a room's files is, what it found, and the way to the rest. */
export function LookUpHead<File>({ label, lookUp, goneWord, children }: LookUpHeadProps<File>) {
  const formatter = useFormatter();
  const { files, isReading, wanted, lookUpRest } = lookUp;
  const done = files.rows.length - files.waiting;
  const text = `${formatter.count(done)} of ${formatter.count(wanted)} looked up`;
  const more = isReading ? null : lookUpRestText(formatter, files, wanted);
  return (
    <>
      {isReading ? <ProgressBar label={label} share={done / Math.max(wanted, 1)} text={text} /> : null}
      <Group justify="space-between" gap="sm">
        <Text component="output" size="sm">
          {isReading ? text : foundText(formatter, files, goneWord)}
        </Text>
        <Group gap="sm">
          {more === null ? null : (
            <Button variant="default" size="xs" onClick={lookUpRest}>
              {more}
            </Button>
          )}
          {children}
        </Group>
      </Group>
    </>
  );
}
