import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconLock } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { supports } from "../../api/synapse-version";
import { serverQueries } from "../../queries/server";
import { useSession } from "../../queries/use-session";
import { COPIES_STAY } from "./act-text";
import { ConfirmAction } from "./confirm-action";
import { quarantineRoomAction, quarantineUserAction } from "./media-actions";
import { startAction } from "./start-action";

export type Everything =
  { readonly of: "user"; readonly userId: string } | { readonly of: "room"; readonly roomId: string };

interface QuarantineEverythingProps {
  readonly what: Everything;
}

/** A button that quarantines everything of a user or a room in one call, with its dialog. */
export function QuarantineEverything({ what }: QuarantineEverythingProps) {
  const { client } = useSession();
  const [isOpen, { open, close }] = useDisclosure(false);
  const { data: serverVersion = null } = useQuery(serverQueries.version(client));
  const { button, title, facts } = texts[what.of];
  return (
    <>
      <Button variant="default" leftSection={<IconLock size={16} aria-hidden />} onClick={open}>
        {button}
      </Button>
      <ConfirmAction
        opened={isOpen}
        onClose={close}
        title={title.replace("{name}", what.of === "user" ? what.userId : what.roomId)}
        facts={[...facts, ...SHARED, ...hashText(serverVersion)]}
        whyNot={null}
        label={button}
        onConfirm={() => {
          void startAction(what.of === "user" ? quarantineUserAction(what.userId) : quarantineRoomAction(what.roomId));
          close();
        }}
      />
    </>
  );
}

const texts = {
  user: {
    button: "Quarantine all their media",
    title: "Quarantine all media of {name}?",
    facts: [
      "What this user has uploaded, this server hands out no more, neither to users nor to other servers.",
      "What this user uploads later is not quarantined: that takes locking or deactivating the account.",
    ],
  },
  room: {
    button: "Quarantine all media of this room",
    title: "Quarantine all media of {name}?",
    facts: [
      "What this room's unencrypted events show, this server hands out no more, neither to users nor to other servers.",
      "Of other servers' files only the copies kept here are quarantined: their own servers go on serving them, and what has no copy here may still be fetched from there.",
      "In an encrypted room Synapse cannot read which files are shown: hardly anything is quarantined there.",
    ],
  },
} as const;

const SHARED = [
  COPIES_STAY,
  "The files stay on the disk: no space is freed. Protected files are left out.",
  "Lifting it again goes file by file.",
  "It is one call, which Synapse carries to its end even if you stop waiting for it.",
] as const;

function hashText(serverVersion: string | null): readonly string[] {
  if (serverVersion !== null && !supports(serverVersion, "quarantineFollowsHash")) return [];
  return [
    "From version 1.128 on it goes by content: every other unprotected file with the same hash is quarantined as well, also of other users and copies of other servers' files.",
  ];
}
