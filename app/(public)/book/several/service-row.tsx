import { PlusIcon } from "@phosphor-icons/react/dist/ssr/Plus";
import { useFormatter, useTranslations } from "next-intl";
import { lengthWords, priceWords } from "#components/scheduling/terms-words.ts";
import { Button } from "#components/ui/button.tsx";
import { termsOf } from "#lib/scheduling/terms.ts";
import type { ClinicView, ServiceView } from "#lib/scheduling/view.ts";

/** A service that can be added to the list. */
export function ServiceRow({ service, clinic }: { service: ServiceView; clinic: ClinicView }) {
  const t = useTranslations("several.add");
  const tTerms = useTranslations("services");
  const format = useFormatter();
  const terms = termsOf(service);
  return (
    <li className="flex items-center justify-between gap-4 py-3">
      <p className="min-w-0">
        <span className="font-[560]">{service.name}</span>
        <span className="figures block text-md text-ink-muted">
          {lengthWords(terms.minutes, tTerms)} · {priceWords(terms.price, clinic.currency, tTerms, format)}
        </span>
      </p>
      <Button
        type="submit"
        name="add"
        value={service.slug}
        size="sm"
        aria-label={t("named", { service: service.name })}
        className="min-h-11 shrink-0"
      >
        <PlusIcon aria-hidden weight="bold" className="size-4.5" />
        {t("submit")}
      </Button>
    </li>
  );
}
