import type { RefCallback } from "react";
import { TickBox } from "../../ui/tick-box";

export interface RowCheckboxProps {
  /** What ticking means, with the file's name. */
  readonly label: string;
  readonly isChecked: boolean;
  /** With Shift it is meant for all rows from the last one toggled. */
  readonly onToggle: (isShift: boolean) => void;
}

/** The tick of a row that leaves its table when toggled: the focus goes on to its neighbour. */
export function RowCheckbox({ label, isChecked, onToggle }: RowCheckboxProps) {
  return (
    <div ref={handOnFocus}>
      <TickBox
        label={label}
        isTicked={isChecked}
        onTick={(_isTicked, isShift) => {
          onToggle(isShift);
        }}
      />
    </div>
  );
}

/**
 * What is returned runs before the row is taken off the page, and of several rows from the top down: a neighbour that
 * leaves as well hands the focus on in its turn.
 */
const handOnFocus: RefCallback<HTMLElement> = (place) => () => {
  if (place?.contains(document.activeElement) === true) neighbourOf(place)?.focus({ preventScroll: true });
};

/** The box of the next row, else of the one before, else what scrolls them. */
function neighbourOf(place: HTMLElement): HTMLElement | null {
  const row = place.closest("tr");
  for (const next of [row?.nextElementSibling, row?.previousElementSibling]) {
    const found = next?.querySelector<HTMLElement>("input[type=checkbox]");
    if (found != null) return found;
  }
  return place.closest("section");
}
