import { Group, Select, Text } from "@mantine/core";
import { useMemo } from "react";
import type { MediaFile } from "../../api/media-page";
import { useFormatter } from "../../ui/formatter-context";
import { countBy, typeClassOf } from "./narrow-files";
import type { Narrowing } from "./narrow-files";

export interface NarrowControlsProps {
  /** Every file of the review, whatever is shown. */
  readonly files: readonly MediaFile[];
  readonly narrowing: Narrowing;
  readonly onNarrow: (narrowing: Narrowing) => void;
}

/** Neither a user ID nor a type's first part. Also an option, because the cross that clears is for the mouse only. */
const ALL = "/";

/** Shows the files of one owner or type only, so that they can be taken out together. */
export function NarrowControls({ files, narrowing, onNarrow }: NarrowControlsProps) {
  const formatter = useFormatter();
  const [owners, types] = useMemo(() => {
    const optionsOf = (of: (file: MediaFile) => string) =>
      countBy(files, of).map(([value, count]) => ({ value, label: `${value} (${formatter.count(count)})` }));
    return [optionsOf((file) => file.userId), optionsOf(typeClassOf)];
  }, [files, formatter]);
  const isNarrowed = narrowing.userId !== null || narrowing.type !== null;
  return (
    <Group gap="sm" align="flex-end">
      {owners.length < 2 ? null : (
        <Select
          label="Show files of"
          placeholder="Everybody"
          data={[{ value: ALL, label: "Everybody" }, ...owners]}
          value={narrowing.userId}
          onChange={(userId) => {
            onNarrow({ ...narrowing, userId: userId === ALL ? null : userId });
          }}
          searchable
          clearable
          limit={100}
          nothingFoundMessage="Nobody of that name owns a file here"
          w={{ base: "100%", sm: 320 }}
        />
      )}
      <Select
        label="Show files of type"
        placeholder="Every type"
        data={[{ value: ALL, label: "Every type" }, ...types]}
        value={narrowing.type}
        onChange={(type) => {
          onNarrow({ ...narrowing, type: type === ALL ? null : type });
        }}
        clearable
        w={{ base: "100%", sm: 220 }}
      />
      {isNarrowed ? (
        <Text size="sm" c="dimmed" maw="40ch">
          Both lists are narrowed. What is not shown is deleted or kept all the same.
        </Text>
      ) : null}
    </Group>
  );
}
