import { createStore } from "../../lib/store";
import type { LookFile } from "./look-file";

/** The picture that fills the window; null while none does. */
export const largePicture = createStore<LookFile | null>(null);

/** Has a picture fill the window. */
export function showLarge(file: LookFile): void {
  largePicture.set(file);
}
