/** Where what had the focus is gone, reading goes on at the heading of the screen. */
export function takeLostFocus(): void {
  if (document.activeElement === document.body) document.querySelector("h1")?.focus({ preventScroll: true });
}
