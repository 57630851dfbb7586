import { useLocation } from "react-router";
import type { LoaderFunctionArgs } from "react-router";
import { userIdInPath } from "../../lib/paths";
import { queryClient } from "../../queries/current-query-client";
import { mediaQueries } from "../../queries/media";
import { userQueries } from "../../queries/users";
import { currentDeps, session } from "../../session/current";
import { mediaSearch, needsWholeList, pageOf } from "./media-search";
import { NoUserInAddress } from "./no-user-in-address";
import { UserMedia } from "./user-media";

/** Starts reading while the screen's code is still on its way. */
export function loader({ request }: LoaderFunctionArgs): null {
  const { pathname, searchParams } = new URL(request.url);
  const userId = userIdInPath(pathname);
  const state = session.get();
  if (userId === null || state.status !== "signed-in") return null;
  const search = mediaSearch.parse(searchParams);
  if (needsWholeList(search)) {
    // Runs with each letter typed into the filter: what is known already is not asked for again.
    void queryClient.prefetchQuery({ ...mediaQueries.allOfUser(currentDeps(), userId), staleTime: Infinity });
  } else void queryClient.prefetchQuery(mediaQueries.ofUser(state.client, userId, pageOf(search)));
  void queryClient.prefetchQuery({ ...userQueries.account(state.client, userId), retry: false });
  return null;
}

/** The screen of one user: their media, page by page, filtered or whole. */
export function Component() {
  const userId = userIdInPath(useLocation().pathname);
  return userId === null ? <NoUserInAddress /> : <UserMedia key={userId} userId={userId} />;
}
