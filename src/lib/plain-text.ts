/**
 * Text with its case and its ways of writing the same character evened out, for comparisons. Capitals, because small
 * letters keep apart what capitals do not: a sigma at the end of a word, a sharp s.
 */
export const plainText = (text: string, locale: string): string =>
  text.normalize("NFKC").toLocaleUpperCase(locale).normalize("NFKC");
