import { Loader } from "@mantine/core";
import { IconAlertTriangle, IconEye } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useIsBlurred } from "./blur-setting";
import { askToLook } from "./look-consent";
import { looks, useLook } from "./current-looks";
import { describeLookError, UnreadableError } from "./look-errors";
import type { LookFile } from "./look-file";
import { showLarge } from "./lightbox-store";
import type { Look } from "./looks";
import { kindOf } from "./shown-types";
import { TypeIcon } from "./type-icon";
import { whyNotLook } from "./why-not-look";
import classes from "./look.module.css";

interface LookButtonProps {
  readonly file: LookFile;
  /** By what the controls of the row call the file. */
  readonly label: string;
  /** Opens the details, which play what a row has no room for. */
  readonly onDetails: () => void;
}

/** What kind of file a row is about; where it can be shown a button, with the picture once it was asked for. */
export function LookButton({ file, label, onDetails }: LookButtonProps) {
  const look = useLook(file, "small");
  if (whyNotLook(file) !== null || file.quarantinedBy !== null) {
    return (
      <span className={classes["icon"]} title={file.type ?? "Unknown type"}>
        <TypeIcon type={file.type} />
      </span>
    );
  }
  const { action, icon, press } = controlOf({ file, look, onDetails });
  return (
    <button
      type="button"
      className={classes["look"]}
      title={look.status === "closed" ? `${action}: counts as use` : action}
      aria-label={`${action} ${label}`}
      onClick={press}
    >
      {icon}
    </button>
  );
}

interface Control {
  readonly action: string;
  readonly icon: ReactNode;
  readonly press: () => void;
}

function controlOf({ file, look, onDetails }: Omit<LookButtonProps, "label"> & { readonly look: Look }): Control {
  if (look.status === "fetching") {
    return { action: "Stop showing", icon: <Loader size={18} />, press: () => looks.close(file, "small") };
  }
  if (look.status === "shown") {
    return { action: "Enlarge", icon: <SmallPicture file={file} url={look.url} />, press: () => showLarge(file) };
  }
  return {
    action: look.status === "failed" ? "Try again to show" : "Show",
    icon: look.status === "failed" ? <IconAlertTriangle size={20} aria-hidden /> : <ClosedIcon file={file} />,
    press: () => {
      askToLook(() => {
        if (kindOf(file.type) !== "picture") onDetails();
        looks.open({ file, size: kindOf(file.type) === "picture" ? "small" : "middle", isAlone: true });
      });
    },
  };
}

function SmallPicture({ file, url }: { readonly file: LookFile; readonly url: string }) {
  const isBlurred = useIsBlurred();
  const unreadable = () => {
    looks.fail({ file, size: "small" }, new UnreadableError());
  };
  return (
    <img className={classes["small"]} src={url} alt="" data-blurred={isBlurred || undefined} onError={unreadable} />
  );
}

/** The kind of the file, and under the pointer what pressing does. */
const ClosedIcon = ({ file }: { readonly file: LookFile }) => (
  <>
    <span className={classes["kind"]}>
      <TypeIcon type={file.type} />
    </span>
    <IconEye className={classes["eye"]} size={20} aria-hidden />
  </>
);

/** Why a row's picture could not be shown; nothing where it was not asked for. */
export function LookFailure({ file }: { readonly file: LookFile }) {
  const look = useLook(file, "small");
  if (look.status !== "failed") return null;
  const { title, advice } = describeLookError(look.error);
  return (
    <span className={classes["failure"]} title={advice}>
      {title}
    </span>
  );
}
