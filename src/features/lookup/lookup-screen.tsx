import { Stack } from "@mantine/core";
import { useSearchParams } from "react-router";
import type { LoaderFunctionArgs } from "react-router";
import type { Client } from "../../api/http";
import { supports } from "../../api/synapse-version";
import { parseMediaReference } from "../../lib/media-reference";
import { mxcOf } from "../../lib/mxc";
import type { MediaName } from "../../lib/mxc";
import { queryClient } from "../../queries/current-query-client";
import { mediaQueries } from "../../queries/media";
import { serverQueries } from "../../queries/server";
import { session } from "../../session/current";
import { useSession } from "../../queries/use-session";
import { PageHeader } from "../../ui/page-header";
import { LookedUpMedia } from "./looked-up-media";
import { LookupForm } from "./lookup-form";
import { lookupSearch } from "./lookup-search";

/** The file that a link names; an ID alone is of this server. Null where it names none. */
function nameIn(media: string, serverName: string): MediaName | null {
  const reference = parseMediaReference(media);
  if (reference.kind === "id") return { serverName, mediaId: reference.mediaId };
  return reference.kind === "media" ? reference.name : null;
}

/** Starts reading while the screen's code is still on its way. */
export function loader({ request }: LoaderFunctionArgs): null {
  const state = session.get();
  if (state.status !== "signed-in") return null;
  const { client, account } = state;
  const { media } = lookupSearch.parse(new URL(request.url).searchParams);
  const name = nameIn(media, account.serverName);
  void warm(client, name);
  return null;
}

/** Only a version that knows the call is asked for the file. */
async function warm(client: Client, name: MediaName | null): Promise<void> {
  const version = serverQueries.version(client);
  await queryClient.prefetchQuery(version);
  const serverVersion = queryClient.getQueryData(version.queryKey);
  if (name === null || serverVersion === undefined || !supports(serverVersion, "findMedia")) return;
  await queryClient.prefetchQuery(mediaQueries.one(client, name));
}

/** The screen "Look up": one file by whatever names it. */
export function Component() {
  const [params] = useSearchParams();
  const { account } = useSession();
  const { media } = lookupSearch.parse(params);
  const name = nameIn(media, account.serverName);
  return (
    <>
      <PageHeader title="Look up" description="What Synapse knows of one file, and what can be done with it." />
      <Stack gap="lg">
        <LookupForm key={`form of ${media}`} linked={media} />
        {name === null ? null : <LookedUpMedia key={mxcOf(name)} name={name} />}
      </Stack>
    </>
  );
}
