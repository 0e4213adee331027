import { useFormatter, useTranslations } from "next-intl";
import { ButtonLink } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { Replacement } from "#lib/scheduling/stranding.ts";
import type { TimeZone } from "#lib/time.ts";

/** Says above the patient's appointments that another time is offered for one of them; nothing where none is. */
export function ReplacementBanner({ offered, timeZone }: { offered: Replacement[]; timeZone: TimeZone }) {
  const t = useTranslations("replacement");
  const format = useFormatter();
  return offered.map(({ id, replacesId, startsAt, expiresAt }) => (
    <Notice
      key={id}
      tone="warning"
      title={t("kicker")}
      className="mb-6"
      actions={
        <ButtonLink href={`/patient/appointments/${replacesId}`} size="sm" className="min-h-11">
          {t("answer")}
        </ButtonLink>
      }
    >
      {t("banner", {
        moment: format.dateTime(startsAt, "moment", { timeZone }),
        until: format.dateTime(expiresAt, "moment", { timeZone }),
      })}
    </Notice>
  ));
}
