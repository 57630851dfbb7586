import { Group } from "@mantine/core";
import { IconChevronLeft, IconChevronRight, IconZoomIn, IconZoomOut, IconZoomReset } from "@tabler/icons-react";
import { useRef, useState } from "react";
import type { ComponentType, KeyboardEvent, ReactNode } from "react";
import { useFormatter } from "../../ui/formatter-context";
import { ReasonButton } from "../../ui/reason-button";
import type { LookFile } from "./look-file";
import { useIsBlurred } from "./blur-setting";
import { useDragging } from "./use-dragging";
import { FIT, MAX_SCALE, panBy, zoomBy } from "./zoom";
import type { Stage, View } from "./zoom";
import classes from "./lightbox.module.css";

interface ZoomStageProps {
  /** Of a blob; null until there is one. */
  readonly url: string | null;
  readonly label: string;
  readonly previous: LookFile | undefined;
  readonly next: LookFile | undefined;
  readonly onTurn: (file: LookFile) => void;
  readonly onUnreadable: () => void;
  /** What is said below the picture. */
  readonly children: ReactNode;
}

const STEP = 1.5;
const STEP_PX = 80;

/** By what the arrow keys move an enlarged picture, in pixels. */
const arrows: ReadonlyMap<string, readonly [number, number]> = new Map([
  ["ArrowLeft", [STEP_PX, 0]],
  ["ArrowRight", [-STEP_PX, 0]],
  ["ArrowUp", [0, STEP_PX]],
  ["ArrowDown", [0, -STEP_PX]],
]);

type StageButton = readonly [
  name: string,
  Icon: ComponentType<{ readonly size: number; readonly "aria-hidden": true }>,
  onClick: () => void,
  whyNot: string | null,
];

/** A picture that can be enlarged and moved, by buttons, keys, wheel and pointer. */
export function ZoomStage(props: ZoomStageProps) {
  const { url, label, previous, next, onTurn, onUnreadable, children } = props;
  const formatter = useFormatter();
  const isBlurred = useIsBlurred();
  const [view, setView] = useState<View>(FIT);
  const stage = useRef<HTMLElement>(null);
  const size = (): Stage => ({ width: stage.current?.clientWidth ?? 0, height: stage.current?.clientHeight ?? 0 });
  const zoom = (factor: number) => {
    setView((now) => zoomBy(now, factor, size()));
  };
  const dragging = useDragging((move) => {
    setView((now) => panBy(now, move, size()));
  });
  const turn = (file: LookFile | undefined) => {
    if (file !== undefined) onTurn(file);
  };
  const press = (event: KeyboardEvent) => {
    const move = arrows.get(event.key);
    if (event.key === "+" || event.key === "=") zoom(STEP);
    else if (event.key === "-") zoom(1 / STEP);
    else if (event.key === "0") setView(FIT);
    else if (move !== undefined && view.scale > 1) setView((now) => panBy(now, move, size()));
    else if (event.key === "ArrowLeft") turn(previous);
    else if (event.key === "ArrowRight") turn(next);
    else return;
    event.preventDefault();
  };
  const whyNotOut = view.scale <= 1 ? "The whole picture is seen." : null;
  const buttons: readonly StageButton[] = [
    ["Previous picture", IconChevronLeft, () => turn(previous), previous ? null : "No picture before it is shown."],
    ["Zoom out", IconZoomOut, () => zoom(1 / STEP), whyNotOut],
    ["Fit", IconZoomReset, () => setView(FIT), whyNotOut],
    ["Zoom in", IconZoomIn, () => zoom(STEP), view.scale >= MAX_SCALE ? "It goes no closer." : null],
    ["Next picture", IconChevronRight, () => turn(next), next ? null : "No picture after it is shown."],
  ];
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- Keys that its own controls leave to it.
    <div className={classes["frame"]} onKeyDown={press}>
      <section
        ref={stage}
        className={classes["stage"]}
        aria-label={`Picture ${label}, ${formatter.percent(view.scale)} of the size that fits`}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- Moved by the arrow keys while it is enlarged.
        tabIndex={0}
        data-autofocus
        data-blurred={isBlurred || undefined}
        data-zoomed={view.scale > 1 || undefined}
        onWheel={({ deltaY }) => {
          zoom(deltaY < 0 ? STEP : 1 / STEP);
        }}
        {...dragging}
      >
        {url === null ? null : (
          <img
            src={url}
            alt={label}
            draggable={false}
            style={{ transform: `translate(${String(view.x)}px, ${String(view.y)}px) scale(${String(view.scale)})` }}
            onError={onUnreadable}
          />
        )}
      </section>
      <Group justify="center" gap="xs">
        {buttons.map(([name, Icon, onClick, whyNot]) => (
          <ReasonButton
            key={name}
            variant="default"
            px="xs"
            aria-label={name}
            title={name}
            whyNot={whyNot}
            onClick={onClick}
          >
            <Icon size={18} aria-hidden />
          </ReasonButton>
        ))}
      </Group>
      <div className={classes["words"]}>{children}</div>
    </div>
  );
}
