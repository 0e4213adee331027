/** Fewer letters or digits than this find nothing. */
const fewestLetters = 2;

const longestSearch = 120;
const mostWords = 5;
const fewestDigits = 4;

export interface SearchWords {
  /** Each has to occur, in any order. */
  words: string[];
  /** Of a telephone number; null where it is none, or too short for one. */
  digits: string | null;
}

/** What somebody looks for, word by word; null for less than two letters. */
export function searchWords(text: string): SearchWords | null {
  const wanted = text.normalize("NFC").slice(0, longestSearch).trim();
  if (wanted.replace(/[^\p{L}\p{N}]/gu, "").length < fewestLetters) return null;
  const digits = wanted.replace(/\D/g, "");
  const isNumber = digits.length >= fewestDigits && /^[\d\s+()./-]+$/.test(wanted);
  return { words: wanted.split(/\s+/).slice(0, mostWords), digits: isNumber ? digits : null };
}

/** A pattern for LIKE with the word anywhere in the text, and every sign in it meaning itself. */
export function patternOf(word: string): string {
  return `%${word.replace(/[\\%_]/g, "\\$&")}%`;
}

/** Whether every word occurs in the text, for what is not asked of the database. */
export function matchesWords(text: string, { words }: Pick<SearchWords, "words">): boolean {
  const lower = text.toLocaleLowerCase();
  return words.every((word) => lower.includes(word.toLocaleLowerCase()));
}
