import { VisuallyHidden } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { useLocation } from "react-router";

const PRODUCT = "Mediasweep";

/**
 * Does what a browser does by itself between pages: names the page, starts reading at its heading, scrolls up. A
 * screen is named by its heading, whose words may change while it stays ("Deleting" becomes "Results").
 */
export function RouteAnnouncer() {
  const { pathname } = useLocation();
  const announcedPath = useRef(pathname);
  const [heading, setHeading] = useState("");

  useEffect(() => {
    const read = () => {
      setHeading(document.querySelector("h1")?.textContent.trim() ?? "");
    };
    const observer = new MutationObserver(read);
    observer.observe(document.body, { childList: true, characterData: true, subtree: true });
    read();
    return () => {
      observer.disconnect();
    };
  }, []);

  useEffect(() => {
    document.title = heading === "" ? PRODUCT : `${heading} · ${PRODUCT}`;
  }, [heading]);

  useEffect(() => {
    // Not at the first page, which the browser announces, and not when only what stands behind the "?" changed.
    if (announcedPath.current === pathname) return;
    announcedPath.current = pathname;
    scrollTo(0, 0);
    document.querySelector("h1")?.focus({ preventScroll: true });
  }, [pathname]);

  return <VisuallyHidden component="output">{heading}</VisuallyHidden>;
}
