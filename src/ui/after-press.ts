/**
 * Runs something now; while a pointer is pressed, once it is released and its click has been given. What leaves a field
 * by a press may have words appear beside that field, which would push what is pressed from under the pointer.
 */
export function afterPress(run: () => void): void {
  if (document.querySelector(":active") === null) {
    run();
    return;
  }
  const released = new AbortController();
  const options = { signal: released.signal, capture: true };
  const release = () => {
    released.abort();
    setTimeout(run);
  };
  addEventListener("pointerup", release, options);
  addEventListener("pointercancel", release, options);
}
