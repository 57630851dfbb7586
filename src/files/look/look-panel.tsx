import { Button, Loader, Stack, Text } from "@mantine/core";
import { IconEye } from "@tabler/icons-react";
import { useFormatter } from "../../ui/formatter-context";
import { ErrorNotice } from "../../ui/error-notice";
import { useIsBlurred } from "./blur-setting";
import { BlurSwitch } from "./blur-switch";
import { looks, useLook } from "./current-looks";
import { showLarge } from "./lightbox-store";
import { askToLook } from "./look-consent";
import { describeLookError, UnreadableError } from "./look-errors";
import type { LookFile } from "./look-file";
import type { Look } from "./looks";
import { PastQuarantine, useWhyNotPastQuarantine } from "./past-quarantine";
import { hasThumbnail } from "./shown-types";
import { TypeIcon } from "./type-icon";
import { whyNotLook } from "./why-not-look";
import classes from "./look.module.css";

interface LookPanelProps {
  readonly file: LookFile;
  /** By what the controls call the file. */
  readonly label: string;
}

/** Where the details show the file itself, once the admin asks for it. */
export function LookPanel({ file, label }: LookPanelProps) {
  const look = useLook(file, "middle");
  return (
    <Stack gap="md">
      <div className={classes["stage"]}>
        <Content file={file} label={label} look={look} />
      </div>
      <BlurSwitch />
    </Stack>
  );
}

function Content({ file, label, look }: LookPanelProps & { readonly look: Look }) {
  const show = () => {
    looks.open({ file, size: "middle", isAlone: true });
  };
  if (look.status === "shown") return <Shown file={file} label={label} look={look} />;
  if (look.status === "failed") {
    return (
      <Stack ta="start" w="100%">
        <ErrorNotice error={describeLookError(look.error)} onRetry={show} />
      </Stack>
    );
  }
  if (look.status === "fetching") {
    return (
      <Stack align="center" gap="xs" component="output">
        <Loader size="sm" aria-hidden />
        <Text size="sm">Fetching the content</Text>
        <Button variant="default" size="xs" onClick={() => looks.close(file, "middle")}>
          Stop
        </Button>
      </Stack>
    );
  }
  return <Closed file={file} label={label} onShow={show} />;
}

function Closed({ file, label, onShow }: LookPanelProps & { readonly onShow: () => void }) {
  const formatter = useFormatter();
  const whyNot = whyNotLook(file);
  const isWhole = !hasThumbnail(file.type);
  return (
    <Stack align="center" gap="xs">
      <TypeIcon type={file.type} size={36} />
      {whyNot === null ? null : (
        <Text size="sm" maw="40ch">
          {whyNot}
        </Text>
      )}
      {whyNot === null && file.quarantinedBy !== null ? <Quarantined file={file} onShow={onShow} /> : null}
      {whyNot === null && file.quarantinedBy === null ? (
        <>
          <Button
            variant="default"
            leftSection={<IconEye size={16} aria-hidden />}
            aria-label={`Show ${label}`}
            onClick={() => {
              askToLook(onShow);
            }}
          >
            Show
          </Button>
          <Text size="sm" c="dimmed" maw="40ch">
            {isWhole
              ? `Counts as use. Fetches the whole file, ${formatter.bytes(file.sizeBytes ?? 0)}.`
              : "Counts as use. Fetches a small picture."}
          </Text>
        </>
      ) : null}
    </Stack>
  );
}

/** Of a quarantined file: who gets it, and the way past that. */
function Quarantined({ file, onShow }: { readonly file: LookFile; readonly onShow: () => void }) {
  const whyNot = useWhyNotPastQuarantine();
  return (
    <>
      <Text size="sm" maw="40ch">
        {whyNot ?? "Quarantined: Synapse hands this file out to nobody but an admin who insists."}
      </Text>
      <PastQuarantine file={file} to="show" onGoOn={onShow} />
    </>
  );
}

function Shown({ file, label, look }: LookPanelProps & { readonly look: Extract<Look, { status: "shown" }> }) {
  const isBlurred = useIsBlurred() || undefined;
  const unreadable = () => {
    looks.fail({ file, size: "middle" }, new UnreadableError());
  };
  return (
    <Stack align="center" gap="xs" maw="100%">
      {look.kind === "picture" ? (
        <button
          type="button"
          className={classes["picture"]}
          aria-label={`Enlarge ${label}`}
          title="Enlarge: fetches the whole file"
          onClick={() => {
            showLarge(file);
          }}
        >
          <img src={look.url} alt="" data-blurred={isBlurred} onError={unreadable} />
        </button>
      ) : null}
      {look.kind === "video" ? (
        // oxlint-disable-next-line jsx-a11y/media-has-caption -- Uploads have no captions.
        <video src={look.url} controls aria-label={label} data-blurred={isBlurred} onError={unreadable} />
      ) : null}
      {look.kind === "audio" ? (
        // oxlint-disable-next-line jsx-a11y/media-has-caption -- Uploads have no captions.
        <audio src={look.url} controls aria-label={label} onError={unreadable} />
      ) : null}
      <Button variant="subtle" size="xs" onClick={() => looks.close(file, "middle")}>
        Hide
      </Button>
    </Stack>
  );
}
