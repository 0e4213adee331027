import { getFormatter, getTranslations } from "next-intl/server";
import type { SummaryFact } from "#components/scheduling/booking-summary.tsx";
import { priceWords } from "#components/scheduling/terms-words.ts";
import type { Offer } from "#lib/scheduling/availability.ts";
import { cancellationDeadline } from "#lib/scheduling/policy.ts";
import { termsOf } from "#lib/scheduling/terms.ts";
import type { LoadedChoice } from "../load-choice.ts";

/** What it costs and until when it can be called off: to be known before it is booked. */
export async function termsFacts({ clinic, service, doctor }: LoadedChoice, offer: Offer): Promise<SummaryFact[]> {
  const [t, services, format] = await Promise.all([
    getTranslations("booking.summary"),
    getTranslations("services"),
    getFormatter(),
  ]);
  const { price } = termsOf(service, doctor ? [doctor.id] : offer.doctorIds);
  const policy = { ...clinic, cancelNoticeHours: service.cancelNoticeHours ?? clinic.cancelNoticeHours };
  const deadline = cancellationDeadline(offer.startsAt, policy);
  const moment = format.dateTime(deadline, "moment", { timeZone: clinic.timeZone });
  return [
    { label: t("price"), value: priceWords(price, clinic.currency, services, format) },
    { label: t("cancelling"), value: deadline > Date.now() ? t("cancelUntil", { moment }) : t("cancelByPhone") },
  ];
}
