import { ArrowUpIcon } from "@phosphor-icons/react/dist/ssr/ArrowUp";
import { TrashIcon } from "@phosphor-icons/react/dist/ssr/Trash";
import { useFormatter, useTranslations } from "next-intl";
import { lengthWords, priceWords } from "#components/scheduling/terms-words.ts";
import { Button } from "#components/ui/button.tsx";
import { SelectField } from "#components/ui/text-field.tsx";
import { termsOf } from "#lib/scheduling/terms.ts";
import type { ClinicView } from "#lib/scheduling/view.ts";
import type { ChosenItem } from "./load-bundle.ts";

/** One of the chosen services, with whom, and the buttons that change its place. */
export function ChosenRow({ item, at, clinic }: { item: ChosenItem; at: number; clinic: ClinicView }) {
  const t = useTranslations("several.chosen");
  const tTerms = useTranslations("services");
  const format = useFormatter();
  const { service, doctors, doctor } = item;
  const terms = termsOf(service, doctor ? [doctor.id] : undefined);
  return (
    <li className="grid gap-x-6 gap-y-3 py-4 md:grid-cols-[2rem_minmax(0,1fr)_16rem_auto] md:items-center">
      <span aria-hidden className="numeral text-2xl text-ink-faint max-md:hidden">
        {at + 1}
      </span>
      <p>
        <span className="font-[560]">{service.name}</span>
        <span className="figures block text-md text-ink-muted">
          {lengthWords(terms.minutes, tTerms)} · {priceWords(terms.price, clinic.currency, tTerms, format)}
        </span>
      </p>
      <input type="hidden" name="service" value={service.slug} />
      <SelectField
        id={`doctor-${at}`}
        name="doctor"
        label={t("doctor", { n: at + 1 })}
        defaultValue={doctor?.slug ?? ""}
        required={false}
      >
        <option value="">{t("anyDoctor")}</option>
        {doctors.map(({ slug, name }) => (
          <option key={slug} value={slug}>
            {name}
          </option>
        ))}
      </SelectField>
      <div className="flex gap-1 md:self-end">
        <Button
          type="submit"
          name="raise"
          value={at}
          variant="quiet"
          size="sm"
          disabled={at === 0}
          aria-label={t("raise", { service: service.name })}
          className="min-h-11 min-w-11"
        >
          <ArrowUpIcon aria-hidden className="size-5" />
        </Button>
        <Button
          type="submit"
          name="remove"
          value={at}
          variant="quiet"
          size="sm"
          aria-label={t("remove", { service: service.name })}
          className="min-h-11 min-w-11"
        >
          <TrashIcon aria-hidden className="size-5" />
        </Button>
      </div>
    </li>
  );
}
