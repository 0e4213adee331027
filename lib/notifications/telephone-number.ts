/**
 * A telephone number as a provider of text messages takes it: `+`, country, number. One without its country is taken
 * for one of `countryCode`, its leading zero dropped.
 * @param countryCode digits, e.g. "44"; without one only numbers that name their country can be written to
 * @returns null where it cannot be one
 */
export function telephoneNumber(typed: string, countryCode?: string): string | null {
  // "+44 (0)20": the zero is for those at home.
  const text = typed.trim().replace(/^(\+[\d\s]+)\(0\)/, "$1");
  const digits = text.replaceAll(/\D/g, "");
  const whole = text.startsWith("+")
    ? digits
    : digits.startsWith("00")
      ? digits.slice(2)
      : countryCode
        ? countryCode + digits.replace(/^0/, "")
        : null;
  return whole !== null && /^[1-9]\d{6,14}$/.test(whole) ? `+${whole}` : null;
}
