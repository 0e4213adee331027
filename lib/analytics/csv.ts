/** Spreadsheets take UTF-8 for something else without it. */
export const byteOrderMark = "\uFEFF";

export type CsvValue = string | number | boolean | null;

/** What spreadsheets take for the beginning of a formula (OWASP, CSV injection), also behind spaces and full-width. */
const formula = /^[\s\u00a0\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/;

/** One line by RFC 4180. Text that would be a formula begins with an apostrophe; numbers of ours may be negative. */
export function csvRow(values: readonly CsvValue[]): string {
  return `${values.map(csvCell).join(",")}\r\n`;
}

function csvCell(value: CsvValue): string {
  if (value === null) return "";
  if (typeof value !== "string") return String(value);
  const safe = formula.test(value) ? `'${value}` : value;
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
