import { Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { describeError } from "../../api/describe-error";
import type { RoomMedia } from "../../api/room-media";
import { supports } from "../../api/synapse-version";
import { filesText } from "../../deletion/parts/amount-text";
import { Section } from "../../deletion/parts/section";
import { serverQueries } from "../../queries/server";
import { useSession } from "../../queries/use-session";
import { useFormatter } from "../../ui/formatter-context";
import { QueryView } from "../../ui/query-view";
import { LocalFiles } from "./local-files";
import { MediaNames } from "./media-names";
import { RemoteFiles } from "./remote-files";

interface RoomMediaListsProps {
  readonly roomId: string;
  readonly name: string | null;
  readonly media: RoomMedia;
  /** When Synapse named them, in ms since 1970. */
  readonly readMs: number;
}

/** The files that a room's events show: of this server and of others, each with all that is known of it. */
export function RoomMediaLists({ roomId, name, media, readMs }: RoomMediaListsProps) {
  const { local, remote } = media;
  const { client } = useSession();
  const formatter = useFormatter();
  const version = useQuery(serverQueries.version(client));
  return (
    <QueryView result={version} describe={describeError}>
      {(serverVersion) => {
        const isKnown = supports(serverVersion, "findMedia");
        return (
          <Stack gap="xl">
            {isKnown ? null : <Text size="sm">{tooOld(serverVersion)}</Text>}
            {local.length === 0 ? null : (
              <Section title="Files of this server" amount={filesText(formatter, local.length)}>
                {isKnown ? (
                  <LocalFiles roomId={roomId} roomName={name} names={local} readMs={readMs} />
                ) : (
                  <MediaNames label="Files of this server" names={local} />
                )}
              </Section>
            )}
            {remote.length === 0 ? null : (
              <Section
                title="Files of other servers"
                amount={filesText(formatter, remote.length)}
                description="Synapse cannot delete a single remote file. It can be quarantined, or purged with others by date."
              >
                {isKnown ? (
                  <RemoteFiles names={remote} readMs={readMs} />
                ) : (
                  <MediaNames label="Files of other servers" names={remote} />
                )}
              </Section>
            )}
          </Stack>
        );
      }}
    </QueryView>
  );
}

const tooOld = (serverVersion: string): string =>
  `Synapse tells of a single file since version 1.140, and this is ${serverVersion}: only the IDs are known, and not which of the files still exist. “Look up” finds those of this server through their owners' lists.`;
