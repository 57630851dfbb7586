import type { MouseEvent } from "react";
import classes from "./shell.module.css";

/** The first stop of the keyboard on every screen. */
export function SkipLink() {
  return (
    <a href="#main" className={classes["skip"]} onClick={focusMain}>
      Skip to content
    </a>
  );
}

/** By hand: following the link would replace the route, which stands behind the `#` as well. */
function focusMain(event: MouseEvent): void {
  event.preventDefault();
  document.querySelector<HTMLElement>("#main")?.focus();
}
