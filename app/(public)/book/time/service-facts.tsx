import { useFormatter, useTranslations } from "next-intl";
import { lengthWords, priceWords } from "#components/scheduling/terms-words.ts";
import { termsOf } from "#lib/scheduling/terms.ts";
import type { ClinicView, DoctorView, ServiceView } from "#lib/scheduling/view.ts";

interface ServiceFactsProps {
  service: ServiceView;
  /** Null: any. */
  doctor: DoctorView | null;
  clinic: ClinicView;
}

/** The service in one line: name, length, price, how, and who says yes. */
export function ServiceFacts({ service, doctor, clinic }: ServiceFactsProps) {
  const t = useTranslations("services");
  const terms = termsOf(service, doctor ? [doctor.id] : undefined);
  const format = useFormatter();
  const facts = [
    lengthWords(terms.minutes, t),
    priceWords(terms.price, clinic.currency, t, format),
    t(`mode.${service.mode}`),
    t(service.requiresConfirmation ? "confirmedByDoctor" : "confirmedAtOnce"),
  ];
  return (
    <>
      <strong className="font-[560] text-ink">
        <bdi>{service.name}</bdi>
      </strong>
      <span className="figures"> · {facts.join(" · ")}</span>
    </>
  );
}
