import { Modal } from "@mantine/core";
import type { Plan } from "../../sweep/plan";
import { useFormatter } from "../../ui/formatter-context";
import { amountText } from "../parts/amount-text";
import { ConfirmForm } from "./confirm-form";

export interface ConfirmDeletionProps {
  /** The frozen plan that is asked about; null while the dialog is closed. */
  readonly plan: Plan | null;
  readonly onClose: () => void;
  readonly onStarted?: (() => void) | undefined;
}

/** Asks once more, with everything that would happen spelled out. */
export function ConfirmDeletion({ plan, onClose, onStarted }: ConfirmDeletionProps) {
  const formatter = useFormatter();
  return (
    <Modal
      opened={plan !== null}
      onClose={onClose}
      title={plan === null ? "" : titleOf(plan, amountText(formatter, plan.planned))}
      size="lg"
      centered
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ "aria-label": "Close" }}
    >
      {plan === null ? null : <ConfirmForm plan={plan} onCancel={onClose} onStarted={onStarted} />}
    </Modal>
  );
}

const titleOf = ({ engine }: Plan, amount: string): string =>
  engine === "whole-user" ? `Delete ${amount} and what arrives meanwhile?` : `Delete ${amount}?`;
