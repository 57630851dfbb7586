import { Stack, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { FormEvent } from "react";
import { useNavigate } from "react-router";
import type { LoaderFunctionArgs } from "react-router";
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
import { AskServer } from "./ask-server";
import { describeSearch, foreignServerOf } from "./foreign-alias";
import { NoRoom } from "./no-room";
import { RoomsList } from "./rooms-list";
import { roomsSearch } from "./rooms-search";

/** Starts reading while the screen's code is still on its way. */
export function loader({ request }: LoaderFunctionArgs): null {
  const state = session.get();
  const { text } = roomsSearch.parse(new URL(request.url).searchParams);
  if (state.status !== "signed-in" || foreignServerOf(text.trim(), state.account.serverName) !== null) return null;
  void queryClient.prefetchQuery(roomQueries.search(state.client, text.trim()));
  return null;
}

/** The screen "Rooms", where one is chosen. */
export function Component() {
  const { client, account } = useSession();
  const navigate = useNavigate();
  const [{ text }, change] = useLinkSearch(roomsSearch);
  const typed = useTypedText(text, (next) => {
    change({ text: next });
  });
  const wanted = text.trim();
  const foreignServer = foreignServerOf(wanted, account.serverName);
  const [askedAlias, askFor] = useState<string | null>(null);
  const isHeldBack = foreignServer !== null && askedAlias !== wanted;
  const rooms = useQuery({ ...roomQueries.search(client, wanted), enabled: !isHeldBack });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const id = typed.text.trim();
    // First, or the link would be written over the one that is opened.
    typed.settle();
    if (isRoomId(id)) void navigate(paths.room(id));
    else askFor(id);
  };
  return (
    <>
      <PageHeader title="Rooms" description="Choose a room to see which media its events show." />
      <Stack gap="lg">
        <search>
          <form onSubmit={submit}>
            <TextInput
              type="search"
              label="Search rooms"
              description="A part of the name, an alias such as #lobby:example.org, or a room ID, which Enter opens. For an alias of another server Enter asks that server."
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
        {isHeldBack ? (
          <AskServer
            server={foreignServer}
            onAsk={() => {
              askFor(wanted);
            }}
          />
        ) : (
          <QueryView
            result={rooms}
            describe={(error) => describeSearch(error, foreignServer)}
            isEmpty={({ rooms: { length } }) => length === 0}
            empty={<NoRoom text={wanted} />}
          >
            {(page) => <RoomsList page={page} />}
          </QueryView>
        )}
      </Stack>
    </>
  );
}
