// The default alphabet of GSM 03.38: 160 of these fit one text message, of anything else 70 characters.
const single =
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?" +
  "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
const double = "\f^{}\\[~]|€";

const plain: Record<string, string> = {
  "‘": "'",
  "’": "'",
  "“": '"',
  "”": '"',
  "–": "-",
  "—": "-",
  "…": "...",
  "·": ".",
};

/** How much room `text` takes in a text message of 160, or null where it has a character that needs another alphabet. */
export function gsmLength(text: string): number | null {
  let length = 0;
  for (const character of text) {
    if (single.includes(character)) length += 1;
    else if (double.includes(character)) length += 2;
    else return null;
  }
  return length;
}

/** The same words in the GSM alphabet where they have a plain form: quotes, dashes, spaces, accents it lacks. */
export function toGsm(text: string): string {
  return [...text.normalize("NFC")].map(plainly).join("");
}

function plainly(character: string): string {
  if (gsmLength(character) !== null) return character;
  if (/\s/.test(character)) return " ";
  const known = plain[character];
  if (known !== undefined) return known;
  const [base = character] = character.normalize("NFD");
  return gsmLength(base) === null ? character : base;
}

/** `text` cut to what fits `room`, by whole characters. */
export function cutToFit(text: string, room: number): string {
  if (sizeOf(text) <= room) return text;
  const characters = [...text];
  while (characters.length > 0 && sizeOf(`${characters.join("")}.`) > room) characters.pop();
  return `${characters.join("").trimEnd()}.`;
}

function sizeOf(text: string): number {
  return gsmLength(text) ?? [...text].length;
}
