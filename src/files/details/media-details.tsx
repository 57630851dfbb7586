import { Drawer, Stack, Text } from "@mantine/core";
import type { ReactNode } from "react";
import type { MediaFile } from "../../api/media-page";
import { mxcOf } from "../../lib/mxc";
import { useSession } from "../../queries/use-session";
import { Copyable } from "../../ui/copyable";
import { useFormatter } from "../../ui/formatter-context";
import { FileStates } from "../file-states";
import { labelOf, whatItIs } from "../file-words";
import classes from "./details.module.css";

interface MediaDetailsProps {
  /** Null before any file was looked at. */
  readonly file: MediaFile | null;
  readonly opened: boolean;
  readonly onClose: () => void;
}

const NOT_TOLD = "Not told by this version of Synapse";

/** Everything Synapse lists about a file. Reads nothing, so it does not count as use. */
export function MediaDetails({ file, opened, onClose }: MediaDetailsProps) {
  return (
    <Drawer.Root opened={opened} onClose={onClose} position="right" size="lg">
      <Drawer.Overlay />
      <Drawer.Content>
        {/* Not Mantine's header: its <header> would be a second banner of the page. */}
        <div className={classes["detailsHead"]}>
          <Drawer.Title fw={600}>
            {file === null ? (
              "Details"
            ) : (
              <>
                Details of <bdi>{labelOf(file)}</bdi>
              </>
            )}
          </Drawer.Title>
          <Drawer.CloseButton aria-label="Close details" />
        </div>
        <Drawer.Body>{file === null ? null : <Facts file={file} />}</Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
}

function Facts({ file }: { readonly file: MediaFile }) {
  const formatter = useFormatter();
  const { account } = useSession();
  const mxc = mxcOf({ serverName: account.serverName, mediaId: file.mediaId });
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
          <bdi>{file.userId}</bdi>
        </Fact>
        <Fact term="Type">{file.type === null ? "Unknown" : <bdi>{file.type}</bdi>}</Fact>
        <Fact term="Size">{size}</Fact>
        <Fact term="Uploaded">
          <Moment ms={file.createdMs} />
        </Fact>
        <Fact term="Last used">
          {file.lastAccessMs === null ? "Never opened since it was uploaded" : <Moment ms={file.lastAccessMs} />}
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
        Looking at these details does not change when the file was last used.
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
