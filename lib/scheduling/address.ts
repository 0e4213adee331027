import type { ClinicView } from "./view.ts";

type Address = Pick<ClinicView, "addressLine1" | "addressLine2" | "city" | "postcode" | "country">;

/** Where the town comes before its code, as in "London N30 2NG"; elsewhere it is "10115 Berlin". */
const townFirst = new Set(["AU", "CA", "GB", "IE", "IN", "NZ", "US", "ZA"]);

/** A clinic's address as it stands on a letter, without the lines it does not have. */
export function addressLines({ addressLine1, addressLine2, city, postcode, country }: Address): string[] {
  const place = townFirst.has(country ?? "") ? [city, postcode] : [postcode, city];
  const town = place.filter(Boolean).join(" ");
  return [addressLine1, addressLine2, town].filter((line): line is string => !!line);
}
