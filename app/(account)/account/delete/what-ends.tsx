import { useFormatter, useTranslations } from "next-intl";
import { Section } from "#components/ui/section.tsx";
import type { ErasurePreview } from "#lib/accounts/server/erasure-preview.ts";

/** Exactly what happens: what is called off, what is removed, what has to stay. */
export function WhatEnds({ preview, isDoctor }: { preview: ErasurePreview; isDoctor: boolean }) {
  const t = useTranslations("account.delete");
  const format = useFormatter();
  const { appointments, plans, wishes } = preview;
  const endsNothing = appointments.length === 0 && plans.length === 0 && wishes === 0;
  return (
    <>
      <Section id="ends" title={t("ends")} lead={endsNothing ? t("endsNothing") : t("endsLead")}>
        {!endsNothing && (
          <ul className="divide-y divide-line border-y border-line">
            {appointments.map(({ id, startsAt, timeZone, serviceName, doctorName, isLate }) => (
              <li key={id} className="grid gap-0.5 py-3">
                <span className="figures font-medium">{format.dateTime(startsAt, "moment", { timeZone })}</span>
                <span>{t("appointment", { service: serviceName, doctor: doctorName })}</span>
                {isLate && <span className="text-md text-requested">{t("late")}</span>}
              </li>
            ))}
            {plans.map(({ id, number, serviceName }) => (
              <li key={id} className="py-3">
                {t("plan", { service: serviceName, number })}
              </li>
            ))}
            {wishes > 0 && <li className="py-3">{t("wishes", { count: wishes })}</li>}
          </ul>
        )}
      </Section>
      <Section id="removed" title={t("removed")}>
        <p className="measure">{t("removedText")}</p>
      </Section>
      <Section id="stays" title={t("stays")}>
        <p className="measure">{t("staysText")}</p>
        {isDoctor && <p className="measure">{t("staysDoctor")}</p>}
      </Section>
    </>
  );
}
