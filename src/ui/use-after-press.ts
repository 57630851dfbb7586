import { startTransition, useEffect, useEffectEvent, useState } from "react";

/**
 * Runs something now; while a pointer is pressed, once it is released and what its click set off is drawn. What leaves a
 * field by a press may have words appear beside that field, which would push what is pressed from under the pointer.
 */
export function useAfterPress<T>(run: (value: T) => void): (value: T) => void {
  const [released, setReleased] = useState<{ readonly value: T } | null>(null);
  const afterClick = useEffectEvent(run);
  useEffect(() => {
    if (released !== null) afterClick(released.value);
  }, [released]);
  return (value) => {
    if (document.querySelector(":active") === null) {
      run(value);
      return;
    }
    const gone = new AbortController();
    const options = { signal: gone.signal, capture: true };
    const release = () => {
      gone.abort();
      // Behind the click, whose navigation is a transition: React draws transitions together.
      setTimeout(() => {
        startTransition(() => {
          setReleased({ value });
        });
      });
    };
    addEventListener("pointerup", release, options);
    addEventListener("pointercancel", release, options);
  };
}
