import { useFormatter, useTranslations } from "next-intl";
import { QuestionFields } from "#components/scheduling/question-fields.tsx";
import { WaitStatus } from "#components/scheduling/waiting/wait-status.tsx";
import { ActionForm } from "#components/ui/action-form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { readQuestions } from "#lib/scheduling/questions.ts";
import type { WaitlistEntryView, WaitlistOffer } from "#lib/scheduling/waitlist-view.ts";
import type { EpochMs } from "#lib/time.ts";
import { acceptPlace, declinePlace } from "./actions.ts";

interface OfferCardProps {
  entry: WaitlistEntryView;
  offer: WaitlistOffer;
  /** When the patient has an appointment for the same already. */
  otherStartsAt: EpochMs | undefined;
}

/** What waits for an answer: the date large, until when it is kept, take it or let it go. */
export function OfferCard({ entry, offer, otherStartsAt }: OfferCardProps) {
  const { id, service, timeZone, status } = entry;
  const { startsAt, endsAt, doctor, expiresAt } = offer;
  const t = useTranslations("waiting");
  const schedule = useTranslations("schedule");
  const format = useFormatter();
  const questions = readQuestions(offer.questions);
  const time = (at: number) => format.dateTime(at, "time", { timeZone });
  return (
    <article
      aria-labelledby={`offer-${id}`}
      className="grid gap-4 border-t-2 border-requested bg-requested-wash px-4 py-5 sm:px-6"
    >
      <div className="grid gap-1.5">
        <WaitStatus status={status}>{t("status.offered")}</WaitStatus>
        <h2 id={`offer-${id}`} className="text-2xl">
          {format.dateTime(startsAt, "day", { timeZone })},{" "}
          <span className="numeral sm:whitespace-nowrap">
            {schedule("timeRange", { start: time(startsAt), end: time(endsAt) })}
          </span>
        </h2>
        <p>{t("offer.with", { service: service.name, doctor })}</p>
        <p className="figures">
          {t("offer.keptUntil", { moment: format.dateTime(expiresAt, "moment", { timeZone }) })}
        </p>
        {otherStartsAt !== undefined && (
          <p className="figures text-md">
            {t("offer.other", { moment: format.dateTime(otherStartsAt, "moment", { timeZone }) })}
          </p>
        )}
      </div>
      <div className="flex flex-wrap items-end gap-3">
        <ActionForm action={acceptPlace} className={questions.length > 0 ? "grid basis-full gap-6" : "grid gap-6"}>
          <input type="hidden" name="id" value={id} />
          <QuestionFields questions={questions} />
          <div>
            <SubmitButton pendingLabel={t("offer.accepting")}>{t("offer.accept")}</SubmitButton>
          </div>
        </ActionForm>
        <form action={declinePlace}>
          <input type="hidden" name="id" value={id} />
          <SubmitButton variant="quiet" pendingLabel={t("offer.declining")}>
            {t("offer.decline")}
          </SubmitButton>
        </form>
      </div>
    </article>
  );
}
