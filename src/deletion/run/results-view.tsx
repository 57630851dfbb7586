import { Button } from "@mantine/core";
import { useEffect } from "react";
import { useNavigate } from "react-router";
import { paths } from "../../lib/paths";
import { runs } from "../../session/current";
import type { Receipt } from "../../sweep/receipt";
import { takeLostFocus } from "../../ui/take-lost-focus";
import { ReceiptView } from "./receipt-view";

/** What became of the run of this session, and the way to the next one. */
export function ResultsView({ receipt }: { readonly receipt: Receipt }) {
  const navigate = useNavigate();
  // The end of a run takes away the "Stop" that had the focus.
  useEffect(takeLostFocus, []);
  const begin = () => {
    runs.clear();
    void navigate(paths.cleanup());
  };
  return <ReceiptView title="Results" receipt={receipt} actions={<Button onClick={begin}>New clean-up</Button>} />;
}
