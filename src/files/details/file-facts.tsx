import { Anchor, Stack, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { Link } from "react-router";
import type { MediaFile } from "../../api/media-page";
import { FactList } from "../../deletion/parts/fact-list";
import type { Fact } from "../../deletion/parts/fact-list";
import { mxcOf } from "../../lib/mxc";
import { paths } from "../../lib/paths";
import { Copyable } from "../../ui/copyable";
import { useFormatter } from "../../ui/formatter-context";
import { FileStates } from "../file-states";
import { whatItIs } from "../file-words";
import { useLookedAt } from "../look/current-looks";
import { usedBeforeLook } from "../look/looked-at";
import { accessText, hashText, NOT_TOLD, quarantineText } from "./fact-texts";
import classes from "./details.module.css";

interface FileFactsProps {
  readonly file: MediaFile;
  /** The homeserver that the file was uploaded to. */
  readonly serverName: string;
}

/** Everything Synapse lists about a file. Reads nothing, so it does not count as use. */
export function FileFacts({ file, serverName }: FileFactsProps) {
  const formatter = useFormatter();
  const mxc = mxcOf({ serverName, mediaId: file.mediaId });
  const size =
    file.sizeBytes === null
      ? "None: the ID was reserved, and no content has arrived"
      : `${formatter.bytes(file.sizeBytes)} (${formatter.exactBytes(file.sizeBytes)})`;
  const facts: readonly Fact[] = [
    { term: "Name", value: file.name === null ? whatItIs(file) : <bdi>{file.name}</bdi> },
    { term: "State", value: <FileStates file={file} /> },
    { term: "Media ID", value: <Copyable value={file.mediaId} label="Copy the media ID" /> },
    { term: "mxc URI", value: <Copyable value={mxc} label="Copy the mxc URI" /> },
    { term: "Owner", value: <Owner userId={file.userId} /> },
    { term: "Type", value: file.type === null ? "Unknown" : <bdi>{file.type}</bdi> },
    { term: "Size", value: size },
    { term: "Uploaded", value: <Moment ms={file.createdMs} /> },
    { term: "Last used", value: <LastUse file={file} serverName={serverName} /> },
    { term: "Quarantined by", value: quarantineText(file) },
    { term: "Protected", value: protectedText(file) },
    { term: "URL preview", value: previewText(file) },
    { term: "Authenticated", value: accessText(file) },
    { term: "SHA-256", value: hashText(file) },
  ];
  return (
    <Stack className={classes["facts"] ?? ""}>
      <FactList facts={facts} />
      <Text size="sm" c="dimmed">
        Reading these details does not change when the file was last used.
      </Text>
    </Stack>
  );
}

const Owner = ({ userId }: { readonly userId: string }) => (
  <Anchor component={Link} to={paths.user(userId)} inherit>
    <bdi>{userId}</bdi>
  </Anchor>
);

/** When the file was last used; where this page has looked at it since, the time from before and Synapse's own. */
function LastUse({ file, serverName }: FileFactsProps) {
  const formatter = useFormatter();
  const looked = useLookedAt({ serverName, mediaId: file.mediaId });
  const beforeMs = usedBeforeLook(file, looked);
  return (
    <>
      {beforeMs === null ? "Never opened since it was uploaded" : <Moment ms={beforeMs} />}
      {looked === null ? null : (
        <Text size="sm">
          {`This is the time from before you looked, on ${formatter.dateTime(looked.lookedMs)}. Within a minute of that Synapse records a new one, and its rules and orders go by it.`}
        </Text>
      )}
    </>
  );
}

/** A moment in the zone of all dates, which is named, and in UTC. */
function Moment({ ms }: { readonly ms: number }) {
  const formatter = useFormatter();
  return (
    <>
      {`${formatter.dateTime(ms)} (${formatter.zone})`}
      <Text size="sm" c="dimmed">
        {formatter.utc(ms)}
      </Text>
    </>
  );
}

const protectedText = ({ isProtected }: MediaFile): string =>
  isProtected ? "Yes: quarantine leaves it alone, and since Synapse 1.61 so does deletion by date and size" : "No";

function previewText({ isUrlPreview, urlPreviewOf }: MediaFile): ReactNode {
  if (!isUrlPreview) return "No";
  return urlPreviewOf === null ? `Yes. Of which address: ${NOT_TOLD}` : <bdi>{urlPreviewOf}</bdi>;
}
