import { SelectionActions } from "../../files/act/selection-actions";
import { useStore } from "../../queries/use-session";
import type { Selection } from "./selection";

/** What can be done with what is ticked besides deleting it. Nothing where nothing is. */
export function ActOnSelected({ selection }: { readonly selection: Selection }) {
  const isEmpty = useStore(selection).files === 0;
  // What is ticked holds the state from before: it is ticked anew from the list that is read afterwards.
  return isEmpty ? null : <SelectionActions files={selection.files} onStarted={selection.clear} />;
}
