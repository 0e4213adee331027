"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useFormState } from "#components/ui/action-form.tsx";
import { Link } from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { TimeZone } from "#lib/time.ts";
import type { SlotsFormState } from "./slots-change.ts";

const shownAtMost = 20;

/** Inside a form whose change moved slots: who is booked where the hours no longer reach, to be called. */
export function ConcernedAppointments({ timeZone }: { timeZone: TimeZone }) {
  const t = useTranslations("slotsChange");
  const format = useFormatter();
  const { concerned = [] }: SlotsFormState = useFormState();
  const count = concerned.length;
  if (count === 0) return null;
  return (
    <Notice tone="warning" title={t("kept", { count })}>
      <p>{t("keptDetail", { count })}</p>
      <ul className="mt-3 divide-y divide-line border-y border-line">
        {concerned.slice(0, shownAtMost).map(({ id, startsAt, patientName, serviceName, doctorName }) => (
          <li key={id} className="flex flex-wrap items-baseline gap-x-4 gap-y-0.5 py-2">
            <span className="figures">{format.dateTime(startsAt, "moment", { timeZone })}</span>
            <Link href={`/staff/appointments/${id}`} className="link font-[560]">
              {patientName}
            </Link>
            <span className="text-md text-ink-muted">{t("with", { service: serviceName, doctor: doctorName })}</span>
          </li>
        ))}
      </ul>
      {count > shownAtMost && <p className="pt-2">{t("more", { count: count - shownAtMost })}</p>}
    </Notice>
  );
}
