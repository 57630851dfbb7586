import { useState } from "react";
import { useSearchParams } from "react-router";
import type { Rule } from "../../sweep/rule";
import { useFormatter } from "../../ui/formatter-context";
import { cleanupSearch } from "./cleanup-search";
import { draftOf, readDraft } from "./rule-draft";
import type { DraftField, RuleDraft } from "./rule-draft";

export interface RuleForm {
  readonly draft: RuleDraft;
  /** What the form says; null where something is wrong. */
  readonly rule: Rule | null;
  /** When the form was last changed, in ms. */
  readonly nowMs: number;
  readonly change: (part: Partial<RuleDraft>) => void;
  /** The focus left that field. */
  readonly leave: (field: DraftField) => void;
  /** The rule, asked for at this moment; from now on every error is shown. */
  readonly ask: () => Rule | null;
  readonly errorOf: (field: DraftField) => string | undefined;
}

/** The form of the rule. A field is told off only after it was left, or once the preview was asked for. */
export function useRuleDraft(): RuleForm {
  const formatter = useFormatter();
  const [search] = useSearchParams();
  const [draft, setDraft] = useState(() => draftOf(cleanupSearch.parse(search), formatter));
  const [nowMs, setNowMs] = useState(() => Date.now());
  const [left, setLeft] = useState<ReadonlySet<DraftField>>(new Set());
  const [isAsked, setIsAsked] = useState(false);
  const { rule, errors } = readDraft(draft, nowMs);
  return {
    draft,
    rule,
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
      return readDraft(draft, now).rule;
    },
    errorOf: (field) => (isAsked || left.has(field) ? errors[field] : undefined),
  };
}
