import Papa from "papaparse";

/**
 * What a spreadsheet may take for a formula: its first sign, also behind blanks and signs that nobody sees, in the full
 * width that Japanese keyboards type, and whatever follows it. Papa's own test lets a formula of two lines through.
 * Source: OWASP, "CSV Injection".
 */
const FORMULA = /^(?:[\s\p{Cf}]*[=+\-@＝＋－＠]|[\t\r\n])/u;

/**
 * Rows as CSV with a line of their keys: a byte order mark, because spreadsheets take UTF-8 for something else without,
 * and cells that start like a formula are quoted, because names come from anybody.
 */
export const safeCsv = (rows: readonly object[]): string =>
  `\uFEFF${Papa.unparse([...rows], { escapeFormulae: FORMULA, newline: "\r\n" })}`;
