import { Text } from "@mantine/core";
import { useDidUpdate } from "@mantine/hooks";
import { useRef } from "react";
import type { ReactNode } from "react";
import { takeLostFocus } from "./take-lost-focus";
import classes from "./tray.module.css";

export interface TrayProps {
  /** What is ticked, or that nothing is. */
  readonly text: string;
  readonly isEmpty: boolean;
  /** What can be done with it. */
  readonly children: ReactNode;
}

/** What is ticked in a list, below it; in sight wherever in the list one is, as soon as something is ticked. */
export function Tray({ text, isEmpty, children }: TrayProps) {
  const tray = useRef<HTMLElement>(null);
  // What clears the ticks, and what begins something with them, goes with them.
  useDidUpdate(() => {
    if (isEmpty) takeLostFocus(tray.current);
  }, [isEmpty]);
  return (
    <section
      ref={tray}
      className={classes["tray"]}
      aria-label="Selection"
      data-filled={isEmpty ? undefined : true}
      tabIndex={-1}
    >
      <Text component="output" flex="1 1 12rem" {...(isEmpty ? { c: "dimmed" } : { fw: 600 })}>
        {text}
      </Text>
      {children}
    </section>
  );
}
