import { usualWords } from "./usual-words.ts";

/** Lengths in characters as people count them. NIST SP 800-63B: length and a block list, no rules of composition. */
export const passwordLength = { min: 12, max: 128 } as const;

export type PasswordProblem =
  | "password_short"
  | "password_long"
  | "password_common"
  | "password_pattern"
  | "password_personal";

/** What a guesser tries first: whose account it is, and where. */
export interface PasswordOwner {
  email?: string;
  name?: string;
  clinicNames?: string;
}

/**
 * Why a new password would be guessed too soon, or null. Words, runs of keys and years that guessers try are taken
 * away; too little must not be all that is left.
 */
export function passwordProblem(password: string, owner: PasswordOwner = {}): PasswordProblem | null {
  const characters = [...password.normalize("NFKC")];
  if (characters.length < passwordLength.min) return "password_short";
  if (characters.length > passwordLength.max) return "password_long";

  const lower = characters.join("").toLowerCase();
  if (new Set(lower).size < 5 || isRepetition(lower)) return "password_pattern";
  for (const spelling of [lower, withoutLeet(lower)]) {
    const withoutRuns = remove(spelling, keyRuns(spelling));
    if (isTooLittle(withoutRuns)) return "password_pattern";
    const impersonal = removeWords(spelling, personalWords(owner));
    if (impersonal !== spelling && isTooLittle(strip(impersonal))) return "password_personal";
    if (isTooLittle(strip(spelling))) return "password_common";
  }
  return null;
}

const rows = [
  "abcdefghijklmnopqrstuvwxyz",
  "01234567890",
  "`1234567890-=",
  "qwertyuiop[]",
  "asdfghjkl;'",
  "zxcvbnm,./",
  "qwertzuiopü",
  "yxcvbnm",
  "azertyuiop",
  "qsdfghjklm",
  "wxcvbn",
  "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.0p",
  "qazwsxedcrfvtgbyhnujmikolp",
  "1q2w3e4r5t6y7u8i9o0p",
  "q1w2e3r4t5y6u7i8o9p0",
  "!@#$%^&*()_+",
  '!"§$%&/()=',
];
const walks = rows.flatMap((row) => [row, [...row].reverse().join("")]);
const shortestRun = 3;

/** Stretches of neighbouring keys or letters in alphabetical order, longest first at each place. */
function keyRuns(text: string): string[] {
  const runs: string[] = [];
  for (let start = 0; start <= text.length - shortestRun; ) {
    let end = start + shortestRun;
    while (end <= text.length && walks.some((walk) => walk.includes(text.slice(start, end)))) end++;
    const length = end - 1 - start;
    if (length >= shortestRun) runs.push(text.slice(start, start + length));
    start += Math.max(1, length >= shortestRun ? length : 1);
  }
  return runs;
}

const alphabet = new Map(
  Object.entries({ "0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", $: "s", "!": "i" }),
);

function withoutLeet(text: string): string {
  return [...text].map((character) => alphabet.get(character) ?? character).join("");
}

const byLength = (a: string, b: string) => b.length - a.length;
const words = [...usualWords].sort(byLength);

/** Usual words, runs of keys and years, in this order; what is left is what has to be guessed. */
function strip(text: string): string {
  const wordless = removeWords(text, words);
  return remove(wordless, keyRuns(wordless)).replace(/(19|20)\d\d/g, " ");
}

function personalWords({ email = "", name = "", clinicNames = "" }: PasswordOwner): string[] {
  return `slotwell ${email} ${name} ${clinicNames}`
    .normalize("NFKC")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length >= 3)
    .sort(byLength);
}

function removeWords(text: string, list: readonly string[]): string {
  return list.reduce((rest, word) => rest.replaceAll(word, " "), text);
}

function remove(text: string, parts: readonly string[]): string {
  return parts.reduce((rest, part) => rest.replace(part, " "), text);
}

/** Fewer than four letters and fewer than eight characters in all: a few tries more for whoever knows the pattern. */
function isTooLittle(rest: string): boolean {
  const left = rest.replace(/\s+/g, "");
  return [...left.replace(/[^\p{L}]/gu, "")].length < 4 && [...left].length < 8;
}

/** The whole is one stretch of at most eight characters, over and over. */
function isRepetition(text: string): boolean {
  const period = `${text}${text}`.indexOf(text, 1);
  return period <= 8 && period < text.length;
}
