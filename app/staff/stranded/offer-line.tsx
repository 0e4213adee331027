import { useFormatter, useTranslations } from "next-intl";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { Alternative } from "#lib/scheduling/refusal.ts";
import type { Replacement } from "#lib/scheduling/stranding.ts";
import type { TimeZone } from "#lib/time.ts";
import { offerAnother, takeForPatient, withdrawOffer } from "./actions.ts";
import { proposalValue } from "./proposal.ts";

interface OfferLineProps {
  appointmentId: string;
  /** What was last offered. */
  last: Replacement | null;
  proposals: Alternative[];
  doctors: { id: string; name: string }[];
  timeZone: TimeZone;
}

/** What was offered in place of an appointment, and what may be. */
export function OfferLine({ appointmentId, last, proposals, doctors, timeZone }: OfferLineProps) {
  const t = useTranslations("stranded");
  const format = useFormatter();
  const moment = (at: number) => format.dateTime(at, "moment", { timeZone });
  const isOpen = last?.state === "open";
  return (
    <div id={`a-${appointmentId}`} className="grid scroll-mt-6 gap-2 pt-1">
      {last && last.state !== "accepted" && (
        <p className="figures text-md text-ink-muted">
          {t(`last.${last.state}`, {
            moment: moment(last.startsAt),
            doctor: last.doctor.name,
            until: moment(last.expiresAt),
          })}
        </p>
      )}
      {isOpen && (
        <div className="flex flex-wrap gap-2">
          <form action={takeForPatient}>
            <input type="hidden" name="id" value={last.id} />
            <SubmitButton variant="secondary" size="sm" pendingLabel={t("taking")} className="min-h-11">
              {t("take")}
            </SubmitButton>
          </form>
          <form action={withdrawOffer}>
            <input type="hidden" name="id" value={last.id} />
            <SubmitButton variant="quiet" size="sm" pendingLabel={t("withdrawing")} className="min-h-11">
              {t("withdraw")}
            </SubmitButton>
          </form>
        </div>
      )}
      {!isOpen && proposals.length === 0 && <p className="text-md text-ink-muted">{t("noProposals")}</p>}
      {!isOpen && proposals.length > 0 && (
        <form action={offerAnother} className="flex flex-wrap items-center gap-2">
          <input type="hidden" name="appointmentId" value={appointmentId} />
          <span className="me-1 text-md text-ink-muted">{t("offer")}</span>
          {proposals.map((proposal) => (
            <SubmitButton
              key={proposalValue(proposal)}
              variant="secondary"
              size="sm"
              name="offer"
              value={proposalValue(proposal)}
              pendingLabel={t("offering")}
              className="figures min-h-11"
            >
              {moment(proposal.startsAt)}
              <span className="ms-2 font-normal text-ink-muted">
                {doctors.find(({ id }) => id === proposal.doctorId)?.name}
              </span>
            </SubmitButton>
          ))}
        </form>
      )}
    </div>
  );
}
