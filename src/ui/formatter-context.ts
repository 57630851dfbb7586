import { createContext, use } from "react";
import { createFormatter } from "../lib/formatter";
import type { Formatter } from "../lib/formatter";

/** The language and zone in which every number, size and date on screen is written. */
const FormatterContext = createContext<Formatter>(
  createFormatter({ locale: "en-GB", timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone }),
);

/** What writes every number, size and date on screen. */
export const useFormatter = (): Formatter => use(FormatterContext);
