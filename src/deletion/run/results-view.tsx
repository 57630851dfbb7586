import { Button } from "@mantine/core";
import { useEffect } from "react";
import { useNavigate } from "react-router";
import { paths } from "../../lib/paths";
import { runs } from "../../session/current";
import type { RunState } from "../../session/run-state";
import { takeLostFocus } from "../../ui/take-lost-focus";
import { ReceiptView } from "./receipt-view";
import { UnrecordedNotice } from "./unrecorded-notice";

export interface ResultsViewProps {
  readonly state: Extract<RunState, { status: "ended" }>;
}

/** What became of the run of this session, and the way to the next one. */
export function ResultsView({ state: { receipt, unrecorded } }: ResultsViewProps) {
  const navigate = useNavigate();
  // The end of a run takes away the "Stop" that had the focus.
  useEffect(takeLostFocus, []);
  const begin = () => {
    runs.clear();
    void navigate(paths.cleanup());
  };
  return (
    <ReceiptView
      title="Results"
      receipt={receipt}
      actions={<Button onClick={begin}>New clean-up</Button>}
      notice={unrecorded === null ? null : <UnrecordedNotice why={unrecorded} isEnded />}
    />
  );
}
