import { Box } from "@mantine/core";
import { Outlet, useNavigation } from "react-router";
import { RouteAnnouncer } from "./route-announcer";
import classes from "./root.module.css";

/** What all screens have in common, also the sign-in. */
export function Root() {
  const { state } = useNavigation();
  return (
    <>
      <RouteAnnouncer />
      {state === "idle" ? null : <Box className={classes["progress"] ?? ""} aria-hidden />}
      <Outlet />
    </>
  );
}
