import { Group, Stack, Text } from "@mantine/core";
import { ActButtons } from "../../files/act/act-buttons";
import { actChoices } from "../../files/act/act-choices";
import type { ActFile } from "../../files/act/act-file";
import { useActDialog } from "../../files/act/use-act-dialog";
import type { MediaName } from "../../lib/mxc";

/** Quarantine takes no more than a name: for files of which this version of Synapse tells nothing. */
export function ActByName({ name }: { readonly name: MediaName }) {
  const { ask, dialog } = useActDialog();
  return (
    <Stack gap="xs">
      <Text size="sm">
        Quarantining and lifting it again need the ID alone. Synapse does not say whether it knows it.
      </Text>
      <Group gap="xs">
        <ActButtons
          isNarrow={false}
          choices={actChoices(["quarantine", "unquarantine"], (act) => {
            ask(act, [{ ...NOTHING_KNOWN, ...name, quarantinedBy: act === "unquarantine" ? "" : null }]);
          })}
        />
      </Group>
      {dialog}
    </Stack>
  );
}

/** Put so that the dialog counts none of what is not known: that a file has no hash, is protected, or done already. */
const NOTHING_KNOWN: Omit<ActFile, "serverName" | "mediaId" | "quarantinedBy"> = {
  userId: null,
  name: null,
  type: null,
  sizeBytes: null,
  createdMs: 0,
  lastAccessMs: null,
  isProtected: false,
  sha256: "",
};
