import { createContext } from "react";
import type { LookFile } from "./look-file";

/** What can be looked at in the part of the screen around, in the order of its list. */
export const LookFilesContext = createContext<readonly LookFile[]>([]);
