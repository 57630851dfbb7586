import { Modal, Text } from "@mantine/core";
import { useEffect } from "react";
import { useStore } from "../../queries/use-session";
import { looks, useLook } from "./current-looks";
import { largePicture } from "./lightbox-store";
import { describeLookError, UnreadableError } from "./look-errors";
import { keyOf } from "./look-file";
import type { LookFile } from "./look-file";
import { lookable } from "./lookable";
import type { Look } from "./looks";
import { kindOf } from "./shown-types";
import { ZoomStage } from "./zoom-stage";
import classes from "./lightbox.module.css";

const close = () => {
  largePicture.set(null);
};

/** A picture that fills the window, to be judged closely, and the way to the others that are shown. */
export function Lightbox({ zIndex }: { readonly zIndex: number }) {
  const file = useStore(largePicture);
  return (
    <Modal
      opened={file !== null}
      onClose={close}
      fullScreen
      zIndex={zIndex}
      title={file === null ? null : <bdi>{file.name ?? file.mediaId}</bdi>}
      transitionProps={{ duration: 0 }}
      classNames={{ content: classes["content"] ?? "", body: classes["body"] ?? "", title: classes["title"] ?? "" }}
      closeButtonProps={{ "aria-label": "Close the picture" }}
    >
      {file === null ? null : <Large key={keyOf(file)} file={file} />}
    </Modal>
  );
}

function Large({ file }: { readonly file: LookFile }) {
  useStore(looks);
  const full = useLook(file, "full");
  useEffect(() => {
    looks.open({ file, size: "full", isAlone: true });
    return () => {
      looks.close(file, "full");
    };
  }, [file]);
  const shown = useStore(lookable).filter(isShown);
  const place = shown.findIndex((other) => keyOf(other) === keyOf(file));
  const best = [full, looks.of(file, "middle"), looks.of(file, "small")].find(({ status }) => status === "shown");
  return (
    <ZoomStage
      url={best?.status === "shown" ? best.url : null}
      label={file.name ?? file.mediaId}
      previous={place === -1 ? undefined : shown[place - 1]}
      next={place === -1 ? undefined : shown[place + 1]}
      onTurn={largePicture.set}
      onUnreadable={() => {
        looks.fail({ file, size: "full" }, new UnreadableError());
      }}
    >
      <State full={full} onRetry={() => looks.open({ file, size: "full", isAlone: true })} />
    </ZoomStage>
  );
}

const isShown = (file: LookFile): boolean =>
  kindOf(file.type) === "picture" &&
  (["small", "middle"] as const).some((size) => looks.of(file, size).status === "shown");

/** Whether what is seen is the file itself yet. */
function State({ full, onRetry }: { readonly full: Look; readonly onRetry: () => void }) {
  if (full.status === "failed") {
    const { title, advice } = describeLookError(full.error);
    return (
      <Text size="sm" role="alert">
        {`${title}. ${advice} `}
        <button type="button" className={classes["retry"]} onClick={onRetry}>
          Retry
        </button>
      </Text>
    );
  }
  return (
    <Text size="sm" component="output">
      {full.status === "shown" ? "The whole file is shown." : "A small picture is shown until the whole file is here."}
    </Text>
  );
}
