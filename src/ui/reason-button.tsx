import { Button, Tooltip, VisuallyHidden } from "@mantine/core";
import type { ButtonProps } from "@mantine/core";
import { useId } from "react";
import type { ComponentPropsWithoutRef, MouseEvent } from "react";

export interface ReasonButtonProps
  extends ButtonProps, Omit<ComponentPropsWithoutRef<"button">, keyof ButtonProps | "disabled"> {
  /** Why the button cannot be used now; null where it can. */
  readonly whyNot: string | null;
}

/**
 * A button that says why it cannot be used. It stays in the tab order meanwhile, so that the reason can be reached by
 * keyboard, and swallows clicks. Either way it is the same element: pressing it may be what ends its use, and the focus
 * stays.
 */
export function ReasonButton({ whyNot, onClick, ...props }: ReasonButtonProps) {
  const reasonId = useId();
  const isOff = whyNot !== null;
  const off = isOff ? { "data-disabled": true, "aria-disabled": true, "aria-describedby": reasonId } : {};
  return (
    <>
      <Tooltip label={whyNot} disabled={!isOff} multiline maw={320} events={{ hover: true, focus: true, touch: true }}>
        <Button {...props} {...off} onClick={isOff ? swallow : onClick} />
      </Tooltip>
      {isOff ? <VisuallyHidden id={reasonId}>{whyNot}</VisuallyHidden> : null}
    </>
  );
}

/** Also keeps a button of a form from sending it. */
function swallow(event: MouseEvent) {
  event.preventDefault();
}
