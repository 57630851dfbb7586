import { redirect } from "react-router";
import type { LoaderFunctionArgs } from "react-router";
import { innerPathOf, paths } from "../lib/paths";
import { session } from "../session/current";

/** Sends whoever is signed out to the sign-in, which comes back here afterwards. */
export function onlySignedIn({ request }: LoaderFunctionArgs): Response | null {
  if (session.get().status === "signed-in") return null;
  const { pathname, search } = new URL(request.url);
  return redirect(paths.login(pathname + search));
}

/** Sends whoever is signed in on to where they wanted to go. */
export function onlySignedOut({ request }: LoaderFunctionArgs): Response | null {
  if (session.get().status === "signed-out") return null;
  return redirect(innerPathOf(new URL(request.url).searchParams.get("next")) ?? paths.home());
}
