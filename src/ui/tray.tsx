import { Text } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./tray.module.css";

export interface TrayProps {
  /** What is ticked, or that nothing is. */
  readonly text: string;
  readonly isEmpty: boolean;
  /** What can be done with it. */
  readonly children: ReactNode;
}

/** What is ticked in a list, below it; in sight wherever in the list one is, as soon as something is ticked. */
export const Tray = ({ text, isEmpty, children }: TrayProps) => (
  <section className={classes["tray"]} aria-label="Selection" data-filled={isEmpty ? undefined : true}>
    <Text component="output" flex="1 1 12rem" {...(isEmpty ? { c: "dimmed" } : { fw: 600 })}>
      {text}
    </Text>
    {children}
  </section>
);
