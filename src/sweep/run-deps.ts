import type { ListDeps } from "./list-owner";
import type { Waiting } from "./outcome";

/** What a run works with. */
export interface RunDeps extends ListDeps {
  /** The homeserver's own name, part of every local mxc URI. */
  readonly serverName: string;
  /** Files that a step of Synapse's rule may take; adapted to the server's pace where absent. */
  readonly filesPerStep?: number;
  /** Told when the run begins to wait by itself, with each further try, and null when it goes on. */
  readonly onWaiting?: (waiting: Waiting | null) => void;
}
