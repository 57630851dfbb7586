import { useLocation } from "react-router";
import type { LoaderFunctionArgs } from "react-router";
import { userIdInPath } from "../../lib/paths";
import { queryClient } from "../../queries/current-query-client";
import { mediaQueries } from "../../queries/media";
import { userQueries } from "../../queries/users";
import { session } from "../../session/current";
import { mediaSearch, pageOf } from "./media-search";
import { NoUserInAddress } from "./no-user-in-address";
import { UserMedia } from "./user-media";

/** Starts reading while the screen's code is still on its way. */
export function loader({ request }: LoaderFunctionArgs): null {
  const { pathname, searchParams } = new URL(request.url);
  const userId = userIdInPath(pathname);
  const state = session.get();
  if (userId === null || state.status !== "signed-in") return null;
  void queryClient.prefetchQuery(mediaQueries.ofUser(state.client, userId, pageOf(mediaSearch.parse(searchParams))));
  void queryClient.prefetchQuery({ ...userQueries.account(state.client, userId), retry: false });
  return null;
}

/** The screen of one user: their media, page by page. */
export function Component() {
  const userId = userIdInPath(useLocation().pathname);
  return userId === null ? <NoUserInAddress /> : <UserMedia key={userId} userId={userId} />;
}
