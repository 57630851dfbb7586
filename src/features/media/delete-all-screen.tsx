import { useState } from "react";
import { useLocation } from "react-router";
import type { LoaderFunctionArgs } from "react-router";
import { ReviewPanel } from "../../deletion/review/review-panel";
import { paths, userIdInPath } from "../../lib/paths";
import { openReview, session } from "../../session/current";
import { NoUserInAddress } from "./no-user-in-address";

/** Starts reading while the screen's code is still on its way. */
export function loader({ request }: LoaderFunctionArgs): null {
  const userId = userIdInPath(new URL(request.url).pathname);
  if (userId !== null && session.get().status === "signed-in") openReview({ kind: "user", userId });
  return null;
}

/** The screen that reviews everything one user has before it is deleted. */
export function Component() {
  const userId = userIdInPath(useLocation().pathname);
  return userId === null ? <NoUserInAddress /> : <ReviewOfUser key={userId} userId={userId} />;
}

function ReviewOfUser({ userId }: { readonly userId: string }) {
  // The review that the loader opened, for as long as this screen stays.
  const [review] = useState(() => openReview({ kind: "user", userId }));
  return <ReviewPanel review={review} backTo={paths.user(userId)} />;
}
