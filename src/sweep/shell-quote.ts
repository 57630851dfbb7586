/**
 * A text as one word of a POSIX shell, whatever it holds: within single quotes nothing has a meaning but the quote
 * itself. Throws RangeError for a NUL, which no argument of a program can hold.
 * Source: POSIX, Shell Command Language, 2.2.2 Single-Quotes.
 */
export function shellQuote(text: string): string {
  if (text.includes("\0")) throw new RangeError("A NUL cannot be part of a command");
  return `'${text.replaceAll("'", "'\\''")}'`;
}
