import { createHashRouter, redirect } from "react-router";
import type { RouteObject } from "react-router";
import { paths } from "../lib/paths";
import { FirstLoad } from "./first-load";
import { onlySignedIn, onlySignedOut } from "./guards";
import { lost } from "./lost-screen";
import { NotFoundScreen } from "./not-found-screen";
import { Root } from "./root";
import { RouteError } from "./route-error";

/** The screens inside of the shell. */
const screens: RouteObject[] = [
  { index: true, element: null, loader: () => redirect(paths.users()) },
  { path: "users", lazy: () => import("../features/users/users-screen").catch(lost) },
  // No user ID is "delete": each begins with an @.
  { path: "users/delete", lazy: () => import("../features/users/delete-users-screen").catch(lost) },
  { path: "users/:userId", lazy: () => import("../features/media/user-media-screen").catch(lost) },
  { path: "users/:userId/delete", lazy: () => import("../features/media/delete-all-screen").catch(lost) },
  { path: "cleanup", lazy: () => import("../features/cleanup/rule-screen").catch(lost) },
  { path: "cleanup/review", lazy: () => import("../features/cleanup/review-screen").catch(lost) },
  { path: "lookup", lazy: () => import("../features/lookup/lookup-screen").catch(lost) },
  { path: "rooms", lazy: () => import("../features/rooms/rooms-screen").catch(lost) },
  { path: "rooms/:roomId", lazy: () => import("../features/rooms/room-screen").catch(lost) },
  { path: "remote", lazy: () => import("../features/remote/remote-screen").catch(lost) },
  { path: "run", lazy: () => import("../deletion/run/run-screen").catch(lost) },
  { path: "history", lazy: () => import("../features/history/history-screen").catch(lost) },
  { path: "history/:entryId", lazy: () => import("../features/history/entry-screen").catch(lost) },
  { path: "quarantine", lazy: () => import("../features/quarantine/changes-screen").catch(lost) },
  { path: "*", Component: NotFoundScreen },
];

/** Every screen there is, and who may see it. A screen that breaks leaves the shell standing. */
const routes: RouteObject[] = [
  {
    Component: Root,
    HydrateFallback: FirstLoad,
    ErrorBoundary: RouteError,
    children: [
      { path: "/login", loader: onlySignedOut, lazy: () => import("../features/sign-in/sign-in-screen").catch(lost) },
      {
        path: "/",
        loader: onlySignedIn,
        // Not loaded for the sign-in.
        lazy: { Component: async () => (await import("./shell").catch(lost)).Shell },
        children: [{ ErrorBoundary: RouteError, children: screens }],
      },
    ],
  },
];

/** The address stands behind the `#`, so that any web server can serve the app from any folder. */
export const createRouter = () => createHashRouter(routes);
