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
 * keyboard, and swallows clicks.
 */
export function ReasonButton({ whyNot, onClick, ...props }: ReasonButtonProps) {
  const reasonId = useId();
  if (whyNot === null) return <Button {...props} onClick={onClick} />;
  return (
    <>
      <Tooltip label={whyNot} multiline maw={320} events={{ hover: true, focus: true, touch: true }}>
        <Button {...props} onClick={swallow} data-disabled aria-disabled aria-describedby={reasonId} />
      </Tooltip>
      <VisuallyHidden id={reasonId}>{whyNot}</VisuallyHidden>
    </>
  );
}

/** Also keeps a button of a form from sending it. */
function swallow(event: MouseEvent) {
  event.preventDefault();
}
