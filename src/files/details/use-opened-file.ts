import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import type { MediaFile } from "../../api/media-page";
import { supports } from "../../api/synapse-version";
import { mediaQueries } from "../../queries/media";
import { serverQueries } from "../../queries/server";
import { useSession } from "../../queries/use-session";

/** Where the state of an open file may be known from. */
export interface ListedFiles {
  /** The list shown. */
  readonly files: readonly MediaFile[];
  /** Everything its owner has, whatever the list shows of it; null where only pages are read. */
  readonly all: readonly MediaFile[] | null;
  /** The homeserver that they were uploaded to. */
  readonly serverName: string;
}

/** Why details may not be true any more: Synapse knows no such file, or cannot be asked for it. */
export type Doubt = "gone" | "not-known";

interface OpenedFile {
  /** As it is known last; kept for a drawer on its way out, null before the first is opened. */
  readonly file: MediaFile | null;
  readonly doubt: Doubt | null;
}

/**
 * The open file as it is now, not as it was when it was opened: an act changes it, and may take it off the list shown.
 * What no list holds Synapse is asked for by its ID, since version 1.140.
 */
export function useOpenedFile(opened: MediaFile | null, listed: ListedFiles): OpenedFile {
  const { files, all } = listed;
  const row = useMemo(() => rowOf(files, opened) ?? rowOf(all ?? [], opened), [files, all, opened]);
  const asked = useAskedFor(row === undefined ? opened : null, listed.serverName);
  const [last, setLast] = useState(opened);
  const file = row ?? asked.file ?? (last?.mediaId === opened?.mediaId ? last : opened);
  if (opened !== null && file !== last) setLast(file);
  return { file: opened === null ? last : file, doubt: asked.doubt };
}

const rowOf = (files: readonly MediaFile[], opened: MediaFile | null): MediaFile | undefined =>
  opened === null ? undefined : files.find(({ mediaId }) => mediaId === opened.mediaId);

/** What Synapse tells of one file; while it is being asked there is no file and no doubt. */
function useAskedFor(wanted: MediaFile | null, serverName: string): OpenedFile {
  const { client } = useSession();
  const { data: version } = useQuery(serverQueries.version(client));
  const canAsk = version !== undefined && supports(version, "findMedia");
  const { data, isFetching } = useQuery({
    ...mediaQueries.one(client, { serverName, mediaId: wanted?.mediaId ?? "" }),
    enabled: wanted !== null && canAsk,
  });
  if (wanted === null || isFetching) return { file: null, doubt: null };
  if (canAsk && data === null) return { file: null, doubt: "gone" };
  return canAsk && data?.origin === "local" ? { file: data.file, doubt: null } : { file: null, doubt: "not-known" };
}
