import { useQuery } from "@tanstack/react-query";
import { describeError } from "../../api/describe-error";
import { supports } from "../../api/synapse-version";
import type { MediaName } from "../../lib/mxc";
import { mediaQueries } from "../../queries/media";
import { serverQueries } from "../../queries/server";
import { useSession } from "../../queries/use-session";
import { QueryView } from "../../ui/query-view";
import { CachedCopy } from "./cached-copy";
import { LocalFile } from "./local-file";
import { SearchLists } from "./search-lists";
import { UnknownCopy, UnknownMedia } from "./unknown-media";

/** What is known of that file: by its ID, or before Synapse 1.140 by going through users' lists. */
export function LookedUpMedia({ name }: { readonly name: MediaName }) {
  const { client, account } = useSession();
  const version = useQuery(serverQueries.version(client));
  const isLocal = name.serverName === account.serverName;
  return (
    <QueryView result={version} describe={describeError}>
      {(serverVersion) => {
        if (supports(serverVersion, "findMedia")) return <ById name={name} />;
        return isLocal ? <SearchLists name={name} serverVersion={serverVersion} /> : <UnknownCopy name={name} />;
      }}
    </QueryView>
  );
}

function ById({ name }: { readonly name: MediaName }) {
  const { client } = useSession();
  const known = useQuery(mediaQueries.one(client, name));
  return (
    <QueryView
      result={known}
      describe={describeError}
      isEmpty={(found) => found === null}
      empty={<UnknownMedia name={name} />}
    >
      {(found) => {
        if (found === null) return null;
        return found.origin === "local" ? <LocalFile file={found.file} /> : <CachedCopy file={found.file} />;
      }}
    </QueryView>
  );
}
