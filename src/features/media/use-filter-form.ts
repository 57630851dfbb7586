import { useState } from "react";
import { useFormatter } from "../../ui/formatter-context";
import { useAfterPress } from "../../ui/use-after-press";
import { useTypedText } from "../../ui/use-typed-text";
import type { TypedText } from "../../ui/use-typed-text";
import { NO_LIMITS, isFilledIn, limitErrors, limitFields, limitTextsOf, otherEnd, readLimits } from "./limit-draft";
import type { LimitErrors, LimitField, LimitTexts } from "./limit-draft";
import { NO_MEDIA_FILTER } from "./media-filter";
import type { MediaFilter } from "./media-filter";

export interface FilterForm {
  readonly name: TypedText;
  readonly texts: LimitTexts;
  /** What is wrong with the fields that were left. */
  readonly errors: LimitErrors;
  readonly type: (field: LimitField, text: string) => void;
  /** The field is filled in: what makes sense counts from now on. */
  readonly settle: (field: LimitField) => void;
  readonly clear: () => void;
}

/**
 * What is typed into the filter of a list. The list keeps its last filter that made sense, and the fields whatever was
 * typed; where the link changes by itself, as with the browser's back button, the link decides.
 */
export function useFilterForm(filter: MediaFilter, onChange: (change: Partial<MediaFilter>) => void): FilterForm {
  const [texts, setTexts] = useLinkedTexts(limitTextsOf(filter, useFormatter()));
  const [left, setLeft] = useState<ReadonlySet<LimitField>>(() => new Set(limitFields));
  const typedName = useTypedText(filter.name, (name) => {
    onChange({ name });
  });
  const name = { ...typedName, settle: useAfterPress<void>(typedName.settle) };
  const settle = (field: LimitField, filled: LimitTexts) => {
    setLeft((before) => new Set([...before, field, otherEnd[field]]));
    const limits = readLimits(filled, filter);
    if (limitFields.some((other) => limits[other] !== filter[other])) onChange(limits);
  };
  // A press that takes the focus may itself change the filter: what is settled after it builds on that.
  const settleAfterPress = useAfterPress((field: LimitField) => {
    settle(field, texts);
  });
  const errors = limitErrors(texts);
  const untold = limitFields.filter((field) => !left.has(field)).map((field) => [field, null] as const);
  return {
    name,
    texts,
    errors: { ...errors, ...Object.fromEntries(untold) },
    type: (field, text) => {
      const typed = { ...texts, [field]: text };
      setTexts(typed);
      if (isFilledIn(field, text)) settle(field, typed);
      else setLeft((before) => new Set([...before].filter((other) => other !== field)));
    },
    settle: settleAfterPress,
    clear: () => {
      name.reset("");
      setTexts(NO_LIMITS);
      onChange(NO_MEDIA_FILTER);
    },
  };
}

/** What stands in the fields: as typed, until the link holds something else there. */
function useLinkedTexts(inForce: LimitTexts) {
  const [linked, setLinked] = useState(inForce);
  const [texts, setTexts] = useState(inForce);
  const moved = limitFields.filter((field) => linked[field] !== inForce[field]);
  if (moved.length > 0) {
    setLinked(inForce);
    setTexts({ ...texts, ...Object.fromEntries(moved.map((field) => [field, inForce[field]])) });
  }
  return [texts, setTexts] as const;
}
