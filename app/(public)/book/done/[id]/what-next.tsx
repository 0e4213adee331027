import { useFormatter, useTranslations } from "next-intl";
import type { AppointmentView } from "#lib/scheduling/view.ts";

/** What happens now, in order and without promises nobody can keep. */
export function WhatNext({ appointment, isGuest }: { appointment: AppointmentView; isGuest: boolean }) {
  const { status, timeZone, doctor, patient, cancelDeadline, actions } = appointment;
  const t = useTranslations("booking.done");
  const format = useFormatter();
  const deadline = actions.includes("cancelled") && format.dateTime(cancelDeadline, "moment", { timeZone });
  const email = patient.email ?? "";
  const steps = [
    ...(status === "pending"
      ? [t("next.asked", { doctor: doctor.name }), t(isGuest ? "guest.answer" : "next.answer", { email })]
      : []),
    ...(status === "confirmed" ? [t(isGuest ? "guest.mail" : "next.mail", { email })] : []),
    deadline ? t(isGuest ? "guest.cancel" : "next.cancel", { moment: deadline }) : t("next.call"),
  ];
  return (
    <section aria-labelledby="next-title" className="grid gap-3">
      <h2 id="next-title" className="text-xl">
        {t("next.title")}
      </h2>
      <ol className="grid gap-3">
        {steps.map((step, index) => (
          <li key={step} className="grid grid-cols-[1.75rem_minmax(0,1fr)] items-baseline">
            <span aria-hidden className="numeral text-lg text-ink-faint">
              {index + 1}
            </span>
            <span className="measure">{step}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
