import { useState } from "react";
import { readMoment } from "../../deletion/parts/read-moment";
import type { WhenDraft, WhenForm } from "../../deletion/parts/when-fields";

export interface PurgeForm extends WhenForm {
  /** The moment that the form names, in ms, read now; null where it names none, which is told from now on. */
  readonly ask: () => number | null;
}

/** The form of a purge. A field is told off only after it was left, or once the purge was asked for. */
export function usePurgeDraft(): PurgeForm {
  const [draft, setDraft] = useState<WhenDraft>({ day: "", time: "00:00" });
  const [nowMs, setNowMs] = useState(() => Date.now());
  const [isLeft, setLeft] = useState(false);
  const [isAsked, setAsked] = useState(false);
  const read = readMoment(draft, nowMs);
  return {
    draft,
    nowMs,
    change: (part) => {
      setDraft((before) => ({ ...before, ...part }));
      setNowMs(Date.now());
    },
    leave: () => {
      if (draft.day.trim() !== "") setLeft(true);
    },
    ask: () => {
      const now = Date.now();
      setNowMs(now);
      setAsked(true);
      const asked = readMoment(draft, now);
      return "ms" in asked ? asked.ms : null;
    },
    errorOf: (field) => ("error" in read && read.field === field && (isAsked || isLeft) ? read.error : null),
  };
}
