import { getDefaultZIndex } from "@mantine/core";
import { useLayoutEffect } from "react";
import { useLocation } from "react-router";
import { Lightbox } from "./lightbox";
import { LookNotice } from "./look-notice";
import { forgetWishes } from "./lookable";

/** Narrow screens have details in a drawer, as high as dialogs are. */
const ABOVE_DETAILS = getDefaultZIndex("modal") + 1;

/** What looking opens above any screen: the notice before the first look, and the enlarged picture. */
export function Looking() {
  const { pathname } = useLocation();
  return <AboveScreen key={pathname} />;
}

/** Goes with the screen it is above. */
function AboveScreen() {
  useLayoutEffect(() => forgetWishes, []);
  return (
    <>
      <LookNotice zIndex={ABOVE_DETAILS} />
      <Lightbox zIndex={ABOVE_DETAILS} />
    </>
  );
}
