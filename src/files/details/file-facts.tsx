import { Anchor, Stack, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { Link } from "react-router";
import type { MediaFile } from "../../api/media-page";
import { mxcOf } from "../../lib/mxc";
import { paths } from "../../lib/paths";
import { Copyable } from "../../ui/copyable";
import { useFormatter } from "../../ui/formatter-context";
import { FileStates } from "../file-states";
import { whatItIs } from "../file-words";
import { useLookedAt } from "../look/current-looks";
import classes from "./details.module.css";

const NOT_TOLD = "Not told by this version of Synapse";

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
  return (
    <Stack>
      <dl className={classes["facts"]}>
        <Fact term="Name">{file.name === null ? whatItIs(file) : <bdi>{file.name}</bdi>}</Fact>
        <Fact term="State">
          <FileStates file={file} />
        </Fact>
        <Fact term="Media ID">
          <Copyable value={file.mediaId} label="Copy the media ID" />
        </Fact>
        <Fact term="mxc URI">
          <Copyable value={mxc} label="Copy the mxc URI" />
        </Fact>
        <Fact term="Owner">
          <Anchor component={Link} to={paths.user(file.userId)} inherit>
            <bdi>{file.userId}</bdi>
          </Anchor>
        </Fact>
        <Fact term="Type">{file.type === null ? "Unknown" : <bdi>{file.type}</bdi>}</Fact>
        <Fact term="Size">{size}</Fact>
        <Fact term="Uploaded">
          <Moment ms={file.createdMs} />
        </Fact>
        <Fact term="Last used">
          <LastUse file={file} serverName={serverName} />
        </Fact>
        <Fact term="Quarantined by">{quarantineText(file)}</Fact>
        <Fact term="Protected">
          {file.isProtected
            ? "Yes: quarantine leaves it alone, and since Synapse 1.61 so does deletion by date and size"
            : "No"}
        </Fact>
        <Fact term="URL preview">{previewText(file)}</Fact>
        <Fact term="Authenticated">{accessText(file)}</Fact>
        <Fact term="SHA-256">
          {file.sha256 === null ? (
            `${NOT_TOLD}, or stored before version 1.128, which brought hashes`
          ) : (
            <Copyable value={file.sha256} label="Copy the hash" />
          )}
        </Fact>
      </dl>
      <Text size="sm" c="dimmed">
        Reading these details does not change when the file was last used.
      </Text>
    </Stack>
  );
}

interface FactProps {
  readonly term: string;
  readonly children: ReactNode;
}

const Fact = ({ term, children }: FactProps) => (
  <>
    <dt>{term}</dt>
    <dd>{children}</dd>
  </>
);

/** When the file was last used; where this page has looked at it since, the time from before and Synapse's own. */
function LastUse({ file, serverName }: FileFactsProps) {
  const formatter = useFormatter();
  const looked = useLookedAt({ serverName, mediaId: file.mediaId });
  const beforeMs = looked === null ? file.lastAccessMs : looked.beforeMs;
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

function quarantineText({ quarantinedBy }: MediaFile): ReactNode {
  if (quarantinedBy === null) return "Not quarantined";
  return quarantinedBy === "system" ? (
    "Synapse itself, because its content equals that of a quarantined file"
  ) : (
    <bdi>{quarantinedBy}</bdi>
  );
}

function previewText({ isUrlPreview, urlPreviewOf }: MediaFile): ReactNode {
  if (!isUrlPreview) return "No";
  return urlPreviewOf === null ? `Yes. Of which address: ${NOT_TOLD}` : <bdi>{urlPreviewOf}</bdi>;
}

function accessText({ isAuthenticated }: MediaFile): string {
  if (isAuthenticated === null) return NOT_TOLD;
  return isAuthenticated ? "Yes: meant for requests with a token only" : "No: also served without a token";
}
