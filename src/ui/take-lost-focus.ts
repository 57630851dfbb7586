/** Where what had the focus is gone, reading goes on there: at the heading of the screen unless told otherwise. */
export function takeLostFocus(to: HTMLElement | null = document.querySelector("h1")): void {
  if (document.activeElement === document.body) to?.focus({ preventScroll: true });
}
