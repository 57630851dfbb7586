import { Anchor, CloseButton, Group, Paper, Stack, Text } from "@mantine/core";
import { useDidUpdate } from "@mantine/hooks";
import { useEffect, useLayoutEffect, useRef, useState } from "react";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { paths } from "../../lib/paths";
import { useStore } from "../../queries/use-session";
import type { ActionState } from "../../session/action-state";
import { actions, calmActions } from "../../session/current";
import { useFormatter } from "../../ui/formatter-context";
import { ProgressBar } from "../../ui/progress-bar";
import { ReasonButton } from "../../ui/reason-button";
import { takeLostFocus } from "../../ui/take-lost-focus";
import { actionName, actionResult, actionRunning } from "./action-words";
import classes from "./action-status.module.css";

/** How an action goes on and what became of it, on every screen. Nothing where there is none. */
export function ActionStatus() {
  const state = useStore(calmActions);
  const isNone = state.status === "none";
  useDidUpdate(() => {
    if (isNone) takeLostFocus();
  }, [isNone]);
  if (state.status === "none") return null;
  return <Card>{state.status === "running" ? <Running state={state} /> : <Ended state={state} />}</Card>;
}

/** Floats above the end of the screen, which leaves that much room below what it holds. */
function Card({ children }: { readonly children: ReactNode }) {
  const [card, setCard] = useState<HTMLElement | null>(null);
  useEffect(() => {
    if (card === null) return undefined;
    const { style } = document.documentElement;
    const observer = new ResizeObserver(() => {
      style.setProperty("--app-action-size", `${String(card.offsetHeight)}px`);
    });
    observer.observe(card);
    return () => {
      observer.disconnect();
      style.removeProperty("--app-action-size");
    };
  }, [card]);
  return (
    <Paper
      ref={setCard}
      withBorder
      p="md"
      shadow="md"
      component="section"
      aria-label="Action"
      tabIndex={-1}
      className={classes["card"] ?? ""}
    >
      {children}
    </Paper>
  );
}

interface RunningProps {
  readonly state: Extract<ActionState, { status: "running" }>;
}

function Running({ state: { kind, on, done, missed, isStopping } }: RunningProps) {
  const formatter = useFormatter();
  const tried = done + missed;
  const text = actionRunning(formatter, { action: kind, on }, tried);
  const content = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const { current } = content;
    // Where Stop has the focus at the end, the card takes it, just before Stop goes.
    return () => {
      if (current?.contains(document.activeElement)) current.closest("section")?.focus({ preventScroll: true });
    };
  }, []);
  return (
    <Stack ref={content} gap="xs">
      <Group justify="space-between" wrap="nowrap">
        <Text fw={600}>{text}</Text>
        <ReasonButton
          variant="default"
          size="xs"
          whyNot={isStopping ? "Stopping: waiting for what is under way." : null}
          onClick={() => {
            actions.stop();
          }}
        >
          Stop
        </ReasonButton>
      </Group>
      <ProgressBar label={actionName(kind)} share={tried / on.length} text={text} />
    </Stack>
  );
}

interface EndedProps {
  readonly state: Extract<ActionState, { status: "ended" }>;
}

function Ended({ state: { id, kind, on, end, unrecorded } }: EndedProps) {
  const formatter = useFormatter();
  return (
    <Stack gap={4}>
      <Group justify="space-between" wrap="nowrap">
        <Text fw={600}>{actionName(kind)}</Text>
        <CloseButton
          aria-label="Put away"
          onClick={() => {
            actions.clear();
          }}
        />
      </Group>
      <Text component="output" size="sm">
        {actionResult(formatter, { action: kind, on }, end)}
      </Text>
      {unrecorded === null ? (
        <Anchor component={Link} to={paths.historyEntry(id)} size="sm">
          See what was done to each
        </Anchor>
      ) : (
        <Text size="sm">This browser keeps no record of it.</Text>
      )}
    </Stack>
  );
}
