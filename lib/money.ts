/** Digits after the point in amounts of a currency: 2 for EUR, 0 for JPY, 3 for KWD (ISO 4217, by CLDR). */
export function minorDigits(currency: string): number {
  return new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;
}

/** An amount of minor units in major ones. */
export function majorUnits(amount: number, currency: string): number {
  return amount / 10 ** minorDigits(currency);
}

/** As Arabic writes the pound: letters before a sign, which falls in front of them where words run from right to left. */
const letteredSign = /(?<=\u00a0)\p{Lu}+\p{Sc}$/u;

type Detail = Pick<Intl.NumberFormatOptions, "maximumFractionDigits" | "trailingZeroDisplay">;

/** An amount of minor units in words, by a page's `format.number` or its like; the currency's letters and sign stay together. */
export function moneyWords(
  amount: number,
  currency: string,
  write: (value: number, style: Detail & { style: "currency"; currency: string }) => string,
  detail: Detail = {},
): string {
  const text = write(majorUnits(amount, currency), { ...detail, style: "currency", currency });
  return text.replace(letteredSign, "\u2066$&\u2069");
}

/** An amount of minor units (whole, not negative) as a person types it: `4550` EUR is `45.50`. */
export function priceText(amount: number, currency: string): string {
  const digits = minorDigits(currency);
  const text = String(amount).padStart(digits + 1, "0");
  return digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/**
 * What a person typed as a price (`45`, `45.5`, `45,50`, spaces between thousands) in minor units; null where it is no
 * price or is finer than the currency.
 */
export function parsePrice(typed: string, currency: string): number | null {
  const parts = /^(\d+)(?:[.,](\d*))?$/.exec(typed.replace(/[\s\u00a0\u202f']/g, ""));
  if (!parts) return null;
  const [, whole = "", fraction = ""] = parts;
  const digits = minorDigits(currency);
  if (fraction.length > digits) return null;
  const amount = Number(whole + fraction.padEnd(digits, "0"));
  return Number.isSafeInteger(amount) ? amount : null;
}
