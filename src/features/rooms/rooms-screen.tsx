import { Stack, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import type { FormEvent } from "react";
import { useNavigate } from "react-router";
import type { LoaderFunctionArgs } from "react-router";
import { describeError } from "../../api/describe-error";
import { isRoomId } from "../../lib/matrix-id";
import { paths } from "../../lib/paths";
import { queryClient } from "../../queries/current-query-client";
import { roomQueries } from "../../queries/rooms";
import { useSession } from "../../queries/use-session";
import { session } from "../../session/current";
import { PageHeader } from "../../ui/page-header";
import { QueryView } from "../../ui/query-view";
import { useLinkSearch } from "../../ui/use-link-search";
import { useTypedText } from "../../ui/use-typed-text";
import { NoRoom } from "./no-room";
import { RoomsList } from "./rooms-list";
import { roomsSearch } from "./rooms-search";

/** Starts reading while the screen's code is still on its way. */
export function loader({ request }: LoaderFunctionArgs): null {
  const state = session.get();
  const { text } = roomsSearch.parse(new URL(request.url).searchParams);
  if (state.status === "signed-in") void queryClient.prefetchQuery(roomQueries.search(state.client, text.trim()));
  return null;
}

/** The screen "Rooms", where one is chosen. */
export function Component() {
  const { client } = useSession();
  const navigate = useNavigate();
  const [{ text }, change] = useLinkSearch(roomsSearch);
  const typed = useTypedText(text, (next) => {
    change({ text: next });
  });
  const rooms = useQuery(roomQueries.search(client, text.trim()));
  const openId = (event: FormEvent) => {
    event.preventDefault();
    const id = typed.text.trim();
    // First, or the link would be written over the one that is opened.
    typed.settle();
    if (isRoomId(id)) void navigate(paths.room(id));
  };
  return (
    <>
      <PageHeader title="Rooms" description="Choose a room to see which media its events show." />
      <Stack gap="lg">
        <search>
          <form onSubmit={openId}>
            <TextInput
              type="search"
              label="Search rooms"
              description="A part of the name, an alias such as #lobby:example.org, or a room ID, which Enter opens."
              leftSection={<IconSearch size={16} aria-hidden />}
              maw={560}
              autoComplete="off"
              spellCheck={false}
              value={typed.text}
              onChange={(event) => {
                typed.type(event.currentTarget.value);
              }}
              onBlur={typed.settle}
            />
          </form>
        </search>
        <QueryView
          result={rooms}
          describe={describeError}
          isEmpty={({ rooms: { length } }) => length === 0}
          empty={<NoRoom text={text.trim()} />}
        >
          {(page) => <RoomsList page={page} />}
        </QueryView>
      </Stack>
    </>
  );
}
