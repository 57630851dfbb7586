/** From this many files on the count has to be typed. */
export const TYPED_FROM = 100;

/** Whether the typed text is that number; separators of thousands are accepted, nothing else is. */
export const isTypedCount = (text: string, count: number): boolean =>
  /^\d[\d\s,.'’]*$/.test(text.trim()) && text.replace(/\D/g, "") === String(count);
