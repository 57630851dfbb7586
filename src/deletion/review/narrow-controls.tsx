import { Group, Select, Text } from "@mantine/core";
import { useMemo } from "react";
import type { Preview } from "../../sweep/preview";
import { useFormatter } from "../../ui/formatter-context";
import { countMatching } from "./shown-rows";
import type { Narrowing } from "./shown-rows";

export interface NarrowControlsProps {
  readonly preview: Preview;
  readonly narrowing: Narrowing;
  readonly onNarrow: (narrowing: Narrowing) => void;
}

/** Neither a user ID nor a type's first part. Also an option, because the cross that clears is for the mouse only. */
const ALL = "/";

/** Shows the files of one owner or type only, so that they can be taken out together. */
export function NarrowControls({ preview, narrowing, onNarrow }: NarrowControlsProps) {
  const formatter = useFormatter();
  const [owners, types] = useMemo(() => {
    const optionsOf = (counts: readonly (readonly [string, number])[]) =>
      counts.map(([value, count]) => ({ value, label: `${value} (${formatter.count(count)})` }));
    const counted = countMatching(preview);
    return [optionsOf(counted.owners), optionsOf(counted.typeGroups)];
  }, [preview, formatter]);
  const isNarrowed = narrowing.userId !== null || narrowing.typeGroup !== null;
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
        value={narrowing.typeGroup}
        onChange={(typeGroup) => {
          onNarrow({ ...narrowing, typeGroup: typeGroup === ALL ? null : typeGroup });
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
