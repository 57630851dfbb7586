import { useLayoutEffect } from "react";
import { createStore } from "../../lib/store";
import { looks } from "./current-looks";
import { largePicture } from "./lightbox-store";
import { waitingLook } from "./look-consent";
import type { LookFile } from "./look-file";

/** What can be looked at on the screen, in the order of its list. */
export const lookable = createStore<readonly LookFile[]>([]);

/** Forgets what was asked for and not begun, and the enlarged picture: a later screen knows nothing of either. */
export function forgetWishes(): void {
  waitingLook.set(null);
  largePicture.set(null);
}

/**
 * Says what can be looked at on a screen, in the order of its list. Looks at other files are closed, and all of them
 * when the screen goes. Layout effects, because those of a screen that goes end before those of the next one begin.
 */
export function useLookable(files: readonly LookFile[]): void {
  useLayoutEffect(() => {
    lookable.set(files);
    looks.keepOnly(files);
  }, [files]);
  useLayoutEffect(
    () => () => {
      forgetWishes();
      lookable.set([]);
      looks.closeAll();
    },
    [],
  );
}
