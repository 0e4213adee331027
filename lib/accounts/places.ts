/** Codes that name no country of their own in CLDR's region names. */
const notCountries = new Set(["EU", "EZ", "UN", "ZZ", "QO", "XA", "XB", "AC", "CP", "CQ", "DG", "EA", "IC", "TA"]);

const currencies = new Set(Intl.supportedValuesOf("currency"));

/** Whether `code` is an ISO 4217 code that this runtime can write amounts in. */
export function isCurrency(code: string): boolean {
  return currencies.has(code);
}

const regionNames = new Intl.DisplayNames("en", { type: "region", fallback: "none" });

/** Whether `code` is an assigned ISO 3166-1 alpha-2 code. */
export function isCountry(code: string): boolean {
  if (!/^[A-Z]{2}$/.test(code) || notCountries.has(code) || regionNames.of(code) === undefined) return false;
  // A code that was given up (DD, SU, YU …) is spelled as its successor.
  return new Intl.Locale(`und-${code}`).region === code;
}

const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
const countryCodes = letters.flatMap((first) => letters.map((second) => first + second)).filter(isCountry);

export interface NamedCode {
  code: string;
  name: string;
}

/** Every country with its name in `locale`, by name. */
export function countries(locale: string): NamedCode[] {
  return named(countryCodes, new Intl.DisplayNames(locale, { type: "region" }), locale);
}

/** Every currency with its name in `locale`, by code. */
export function currencyNames(locale: string): NamedCode[] {
  const names = new Intl.DisplayNames(locale, { type: "currency" });
  return [...currencies].map((code) => ({ code, name: names.of(code) ?? code }));
}

/** IANA zones grouped by their first part, each with the rest as its name; UTC stands alone. */
export function timeZonesByArea(): { area: string; zones: NamedCode[] }[] {
  const areas = new Map<string, NamedCode[]>();
  for (const code of ["UTC", ...Intl.supportedValuesOf("timeZone")]) {
    const [area = code, ...rest] = code.split("/");
    const name = (rest.join(", ") || code).replaceAll("_", " ");
    areas.set(area, [...(areas.get(area) ?? []), { code, name }]);
  }
  return [...areas].map(([area, zones]) => ({ area, zones }));
}

function named(codes: readonly string[], names: Intl.DisplayNames, locale: string): NamedCode[] {
  const collator = new Intl.Collator(locale);
  return codes.map((code) => ({ code, name: names.of(code) ?? code })).sort((a, b) => collator.compare(a.name, b.name));
}
