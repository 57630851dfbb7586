import { useDebouncedCallback } from "@mantine/hooks";
import { useState } from "react";

export interface TypedText {
  readonly text: string;
  /** The admin typed. */
  readonly type: (text: string) => void;
  /** Puts what was typed into the link now. */
  readonly settle: () => void;
  /** Sets the text without writing the link, which the caller does. */
  readonly reset: (text: string) => void;
}

/** Browsers refuse to write the address more than about a hundred times in a few seconds. */
const WRITE_DELAY_MS = 250;

/**
 * The text of a field that also lives in the link. The field is ahead of the link, so that no letter waits for a
 * navigation; where the link changes by itself, as with the browser's back button, the link decides.
 */
export function useTypedText(linked: string, write: (text: string) => void): TypedText {
  const [text, setText] = useState(linked);
  const [link, setLink] = useState<Link>({ seen: linked, onTheirWay: [] });
  if (linked !== link.seen) {
    const arrived = link.onTheirWay.lastIndexOf(linked);
    if (arrived === -1) setText(linked);
    setLink({ seen: linked, onTheirWay: arrived === -1 ? [] : link.onTheirWay.slice(arrived + 1) });
  }
  const expect = (next: string) => {
    setLink((before) => {
      const latest = before.onTheirWay.at(-1) ?? before.seen;
      return latest === next ? before : { ...before, onTheirWay: [...before.onTheirWay, next] };
    });
  };
  const writeLater = useDebouncedCallback((next: string) => {
    expect(next);
    write(next);
  }, WRITE_DELAY_MS);
  return {
    text,
    type: (next) => {
      setText(next);
      writeLater(next);
    },
    settle: () => {
      writeLater.flush();
    },
    reset: (next) => {
      writeLater.cancel();
      setText(next);
      expect(next);
    },
  };
}

interface Link {
  readonly seen: string;
  /** Texts written into the link that it does not show yet. Some never will: a later one overtakes them. */
  readonly onTheirWay: readonly string[];
}
