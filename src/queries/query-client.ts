import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import { HttpError, SessionEndedError } from "../api/errors";

/** What happens on screen when a query fails; registered by the app, which knows the screen. */
export interface QueryEvents {
  /** The homeserver refused the token. */
  sessionEnded(): void;
  /** A refetch failed; what was read before is still shown. */
  refreshFailed(error: Error): void;
}

const RETRIES = 2;
const MAX_DELAY_MS = 30_000;

/** A 4xx will be the same next time, except 429, which says when to come back. */
function shouldRetry(failures: number, error: Error): boolean {
  if (failures >= RETRIES || error instanceof SessionEndedError) return false;
  return !(error instanceof HttpError) || error.status >= 500 || error.status === 429;
}

function retryDelayMs(failures: number, error: Error): number {
  const backoffMs = 500 * 2 ** failures;
  const askedMs = error instanceof HttpError ? error.retryAfterMs : null;
  return Math.min(askedMs ?? backoffMs, MAX_DELAY_MS);
}

/** The one QueryClient. Lists stay fresh for half a minute: statistics aggregate the whole media table at each call. */
export function createQueryClient(events: QueryEvents): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { retry: shouldRetry, retryDelay: retryDelayMs, staleTime: 30_000, refetchOnWindowFocus: false },
    },
    queryCache: new QueryCache({
      onError: (error, query) => {
        if (error instanceof SessionEndedError) events.sessionEnded();
        else if (query.state.data !== undefined) events.refreshFailed(error);
      },
    }),
    mutationCache: new MutationCache({
      onError: (error) => {
        if (error instanceof SessionEndedError) events.sessionEnded();
      },
    }),
  });
}
