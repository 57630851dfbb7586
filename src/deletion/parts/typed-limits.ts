import { parseBytes } from "../../lib/bytes";
import { parseDay } from "../../lib/dates";

/** Why a text is no day; null where it is one, and where there is none. */
export const whyNoDay = (text: string): string | null =>
  text.trim() === "" || parseDay(text) !== null ? null : "Write a date such as 24 Aug 2026 or 2026-08-24";

/** Why a text is no size; null where it is one, and where there is none. */
export const whyNoSize = (text: string): string | null =>
  text.trim() === "" || parseBytes(text) !== null
    ? null
    : "Write a size such as 10 MB or 1.5 GiB, or nothing for any size";
