import { useFormatter, useTranslations } from "next-intl";
import { ButtonLink } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { WaitlistEntryView } from "#lib/scheduling/waitlist-view.ts";

/** Says above the patient's other lists that an offer waits; nothing where none does. */
export function OfferBanner({ entries }: { entries: WaitlistEntryView[] }) {
  const t = useTranslations("waiting.offer");
  const format = useFormatter();
  const offered = entries.filter((entry) => entry.offer);
  const [first] = offered;
  if (!first?.offer) return null;
  const { service, timeZone, offer } = first;
  const moment = (at: number) => format.dateTime(at, "moment", { timeZone });
  return (
    <Notice
      tone="warning"
      title={t("banner", { count: offered.length })}
      className="mb-6"
      actions={
        <ButtonLink href="/patient/waiting" size="sm" className="min-h-11">
          {t("answer")}
        </ButtonLink>
      }
    >
      {t("bannerText", { service: service.name, moment: moment(offer.startsAt), until: moment(offer.expiresAt) })}
    </Notice>
  );
}
