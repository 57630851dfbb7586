import { Fieldset, Group, Stack, Switch, Text } from "@mantine/core";
import { keepKinds } from "../../sweep/plan";
import type { KeepKind } from "../../sweep/plan";
import { useFormatter } from "../../ui/formatter-context";
import { filesText } from "../parts/amount-text";
import { keepTexts } from "../parts/reason-text";

export interface KeepSwitchesProps {
  readonly keep: ReadonlySet<KeepKind>;
  /** How many of the files at hand there are of each kind. */
  readonly counts: Readonly<Record<KeepKind, number>>;
  readonly onChange: (kind: KeepKind, isKept: boolean) => void;
}

/** What "exactly this list" spares, each reason by its own switch. */
export function KeepSwitches({ keep, counts, onChange }: KeepSwitchesProps) {
  const formatter = useFormatter();
  return (
    <Fieldset legend="What this list keeps">
      <Stack gap="sm">
        {keepKinds.map((kind) => (
          <Group key={kind} justify="space-between" align="flex-start" wrap="nowrap" gap="sm">
            <Switch
              label={keepTexts[kind].label}
              description={keepTexts[kind].description}
              checked={keep.has(kind)}
              onChange={(event) => {
                onChange(kind, event.currentTarget.checked);
              }}
            />
            <Text size="sm" c="dimmed" style={{ whiteSpace: "nowrap" }}>
              {filesText(formatter, counts[kind])}
            </Text>
          </Group>
        ))}
      </Stack>
    </Fieldset>
  );
}
