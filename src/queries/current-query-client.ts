import { createQueryClient } from "./query-client";
import type { QueryEvents } from "./query-client";

let registered: QueryEvents | null = null;

/** The one cache of this page: loaders warm it, screens read it. */
export const queryClient = createQueryClient({
  sessionEnded: () => registered?.sessionEnded(),
  refreshFailed: (error) => registered?.refreshFailed(error),
});

/** Says what failing queries do on screen, which only the app knows. To be called before the first screen shows. */
export function registerQueryEvents(events: QueryEvents): void {
  registered = events;
}
