import { useFormatter, useTranslations } from "next-intl";
import { addressLines } from "#lib/scheduling/address.ts";
import type { AppointmentView, ClinicView } from "#lib/scheduling/view.ts";
import { answerFacts } from "./answer-facts.ts";
import { BookingSummary, type SummaryFact } from "./booking-summary.tsx";
import { priceWords } from "./terms-words.ts";
import { TimeZoneNote } from "./time-zone-note.tsx";
import { ViewerTime } from "./viewer-time.tsx";

/** A booked appointment in full, as its patient sees it. */
export function AppointmentFacts({ appointment, clinic }: { appointment: AppointmentView; clinic: ClinicView }) {
  const { startsAt, endsAt, timeZone, service, doctor, notes, priceAmount, priceCurrency, videoUrl } = appointment;
  const t = useTranslations("booking.summary");
  const services = useTranslations("services");
  const questions = useTranslations("questions");
  const format = useFormatter();
  const price = { least: priceAmount, most: priceAmount };
  const address = addressLines(clinic).join(", ");
  const facts: SummaryFact[] = [
    { label: t("service"), value: service.name },
    { label: t("doctor"), value: doctor.title ? `${doctor.name}, ${doctor.title}` : doctor.name },
    {
      label: t("place"),
      value: service.mode === "in_person" && address ? <bdi>{address}</bdi> : services(`mode.${service.mode}`),
    },
    ...(videoUrl ? [{ label: t("video"), value: <VideoLink href={videoUrl} label={t("videoLink")} /> }] : []),
    { label: t("price"), value: <span className="figures">{priceWords(price, priceCurrency, services, format)}</span> },
    ...answerFacts(appointment.answers, questions).map(({ label, value }) => ({
      label,
      value: <bdi className="whitespace-pre-line">{value}</bdi>,
    })),
    ...(notes ? [{ label: t("notes"), value: <bdi className="whitespace-pre-line">{notes}</bdi> }] : []),
  ];
  return (
    <BookingSummary startsAt={startsAt} endsAt={endsAt} timeZone={timeZone} facts={facts}>
      <span className="text-md text-ink-muted">
        <TimeZoneNote timeZone={timeZone} at={startsAt} />
      </span>
      <ViewerTime
        startsAt={startsAt}
        timeZone={timeZone}
        sentence={t("viewerTime", { time: "{time}", place: "{place}" })}
      />
    </BookingSummary>
  );
}

function VideoLink({ href, label }: { href: string; label: string }) {
  return (
    <a href={href} className="link" rel="noreferrer">
      {label}
    </a>
  );
}
