import { Checkbox } from "@mantine/core";
import type { ChangeEvent } from "react";

export interface RowCheckboxProps {
  /** What ticking means, with the file's name. */
  readonly label: string;
  readonly isChecked: boolean;
  readonly onToggle: () => void;
}

/** The tick of a row that leaves its table when toggled: the focus goes on to its neighbour. */
export function RowCheckbox({ label, isChecked, onToggle }: RowCheckboxProps) {
  const toggle = (event: ChangeEvent<HTMLInputElement>) => {
    neighbourOf(event.currentTarget)?.focus();
    onToggle();
  };
  return <Checkbox aria-label={label} checked={isChecked} onChange={toggle} />;
}

function neighbourOf(box: HTMLInputElement): HTMLInputElement | null {
  const row = box.closest("tr");
  for (const next of [row?.nextElementSibling, row?.previousElementSibling, row?.closest("table")]) {
    const found = next?.querySelector<HTMLInputElement>("input[type=checkbox]");
    if (found != null && found !== box) return found;
  }
  return null;
}
