import { useState } from "react";
import { useSearchParams } from "react-router";
import { currentSession } from "../../session/current";
import type { RuleSource } from "../../sweep/plan";
import { useFormatter } from "../../ui/formatter-context";
import { readLink } from "./cleanup-search";
import { draftOf, readDraft } from "./rule-draft";
import type { DraftField, ReadDraft, RuleDraft } from "./rule-draft";

export interface RuleForm {
  readonly draft: RuleDraft;
  /** What the form says; null where something is wrong. */
  readonly source: RuleSource | null;
  /** The parts of the link that could not be read. */
  readonly unreadable: readonly string[];
  /** When the form was last changed, in ms. */
  readonly nowMs: number;
  readonly change: (part: Partial<RuleDraft>) => void;
  /** The focus left that field. */
  readonly leave: (field: DraftField) => void;
  /** What the form says, asked for at this moment; from now on every error is shown. */
  readonly ask: () => ReadDraft;
  readonly errorOf: (field: DraftField) => string | null;
}

/** The form of the rule. A field is told off only after it was left, or once the preview was asked for. */
export function useRuleDraft(): RuleForm {
  const formatter = useFormatter();
  const [search] = useSearchParams();
  const [link] = useState(() => readLink(search));
  const [draft, setDraft] = useState(() => draftOf(link, formatter));
  const [nowMs, setNowMs] = useState(() => Date.now());
  const [left, setLeft] = useState<ReadonlySet<DraftField>>(new Set());
  const [isAsked, setIsAsked] = useState(false);
  const { serverName } = currentSession().account;
  const { source, errors } = readDraft(draft, { nowMs, serverName });
  return {
    draft,
    source,
    unreadable: link.unreadable,
    nowMs,
    change: (part) => {
      setDraft((before) => ({ ...before, ...part }));
      setNowMs(Date.now());
    },
    leave: (field) => {
      if (draft[field].trim() !== "") setLeft((before) => new Set([...before, field]));
    },
    ask: () => {
      const now = Date.now();
      setNowMs(now);
      setIsAsked(true);
      return readDraft(draft, { nowMs: now, serverName });
    },
    errorOf: (field) => (isAsked || left.has(field) ? errors[field] : null),
  };
}
