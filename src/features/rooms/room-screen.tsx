import { Anchor, Button, Group, Stack } from "@mantine/core";
import { IconArrowLeft, IconRefresh } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link, useLocation } from "react-router";
import type { LoaderFunctionArgs } from "react-router";
import { describeError } from "../../api/describe-error";
import { QuarantineEverything } from "../../files/act/quarantine-everything";
import { paths, roomIdInPath } from "../../lib/paths";
import { queryClient } from "../../queries/current-query-client";
import { roomQueries } from "../../queries/rooms";
import { serverQueries } from "../../queries/server";
import { useSession } from "../../queries/use-session";
import { session } from "../../session/current";
import { EmptyState } from "../../ui/empty-state";
import { PageHeader } from "../../ui/page-header";
import { QueryView } from "../../ui/query-view";
import { UserText } from "../../ui/user-text";
import { NoMedia } from "./no-media";
import { RoomFacts } from "./room-facts";
import { RoomMediaLists } from "./room-media-lists";

/** Starts reading while the screen's code is still on its way. */
export function loader({ request }: LoaderFunctionArgs): null {
  const roomId = roomIdInPath(new URL(request.url).pathname);
  const state = session.get();
  if (roomId === null || state.status !== "signed-in") return null;
  void queryClient.prefetchQuery(roomQueries.one(state.client, roomId));
  void queryClient.prefetchQuery(roomQueries.media(state.client, roomId));
  void queryClient.prefetchQuery(serverQueries.version(state.client));
  return null;
}

/** The screen of one room: who it is, and the media that its events show. */
export function Component() {
  const roomId = roomIdInPath(useLocation().pathname);
  if (roomId === null) return <EmptyState title="This address names no room" />;
  return <Room key={roomId} roomId={roomId} />;
}

function Room({ roomId }: { readonly roomId: string }) {
  const { client } = useSession();
  const room = useQuery(roomQueries.one(client, roomId));
  const media = useQuery(roomQueries.media(client, roomId));
  const name = room.data?.name ?? null;
  return (
    <>
      <Anchor component={Link} to={paths.rooms()} size="sm">
        <Group component="span" gap={4} display="inline-flex">
          <IconArrowLeft size={16} aria-hidden />
          All rooms
        </Group>
      </Anchor>
      <PageHeader
        title={<UserText text={name} none={roomId} />}
        actions={
          <>
            <QuarantineEverything what={{ of: "room", roomId }} />
            <Button
              variant="default"
              leftSection={<IconRefresh size={16} aria-hidden />}
              loading={media.isFetching && media.data !== undefined}
              onClick={() => {
                void room.refetch();
                void media.refetch();
              }}
            >
              Refresh
            </Button>
          </>
        }
      />
      <Stack gap="lg">
        <QueryView result={room} describe={describeError}>
          {(details) => <RoomFacts roomId={roomId} room={details} />}
        </QueryView>
        <QueryView
          result={media}
          describe={describeError}
          isEmpty={({ local, remote }) => local.length + remote.length === 0}
          empty={<NoMedia room={room.data} />}
        >
          {(lists) => <RoomMediaLists roomId={roomId} name={name} media={lists} readMs={media.dataUpdatedAt} />}
        </QueryView>
      </Stack>
    </>
  );
}
