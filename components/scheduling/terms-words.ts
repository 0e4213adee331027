import type { useFormatter, useTranslations } from "next-intl";
import { moneyWords } from "#lib/money.ts";
import type { Span } from "#lib/scheduling/terms.ts";

type Format = ReturnType<typeof useFormatter>;
type Translate = ReturnType<typeof useTranslations<"services">>;

/** A price in words, or from which price where doctors differ; minor units of `currency`. */
export function priceWords({ least, most }: Span, currency: string, t: Translate, format: Format): string {
  const price =
    least === 0 ? t("free") : moneyWords(least, currency, format.number, { trailingZeroDisplay: "stripIfInteger" });
  return least === most ? price : t("from", { price });
}

/** A length in words, or from which length on where doctors differ. */
export function lengthWords({ least, most }: Span, t: Translate): string {
  return least === most ? t("minutes", { count: least }) : t("minutesRange", { least, most });
}
