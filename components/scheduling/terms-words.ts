import type { useFormatter, useTranslations } from "next-intl";
import type { Span } from "#lib/scheduling/terms.ts";

type Format = ReturnType<typeof useFormatter>;
type Translate = ReturnType<typeof useTranslations<"services">>;

/** A price in words, or from which price where doctors differ; minor units of `currency`. */
export function priceWords({ least, most }: Span, currency: string, t: Translate, format: Format): string {
  const price = least === 0 ? t("free") : money(least, currency, format);
  return least === most ? price : t("from", { price });
}

/** A length in words, or from which length on where doctors differ. */
export function lengthWords({ least, most }: Span, t: Translate): string {
  return least === most ? t("minutes", { count: least }) : t("minutesRange", { least, most });
}

/** Currencies differ in how many minor units make one: 100 for the euro, 1 for the yen. */
function money(amount: number, currency: string, format: Format): string {
  const { maximumFractionDigits = 2 } = new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions();
  const style = { style: "currency", currency, trailingZeroDisplay: "stripIfInteger" } as const;
  return format.number(amount / 10 ** maximumFractionDigits, style);
}
