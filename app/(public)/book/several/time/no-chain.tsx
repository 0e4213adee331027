import { useFormatter, useTranslations } from "next-intl";
import { dayInUtc } from "#components/scheduling/day-axis.ts";
import { PhoneLink } from "#components/scheduling/phone-link.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import type { LocalDate } from "#lib/time.ts";
import { type AskedBundle, severalHref } from "../asked-items.ts";

interface NoChainProps {
  asked: AskedBundle;
  /** The next day on which all can be had; null where there is none in sight. */
  next: LocalDate | null;
  phone: string | null;
}

/** Never an empty grid: when all can be had again, or how else to go on. */
export function NoChain({ asked, next, phone }: NoChainProps) {
  const t = useTranslations("several.time");
  const format = useFormatter();
  const day = next && format.dateTime(dayInUtc(next), "day", { timeZone: "UTC" });
  return (
    <EmptyState
      title={t("none")}
      actions={
        <>
          {next && (
            <ButtonLink
              variant="primary"
              href={severalHref("/book/several/time", { ...asked, day: next, startsAt: undefined })}
            >
              {t("goToNext", { day: day ?? "" })}
            </ButtonLink>
          )}
          <ButtonLink href={severalHref("/book/several", asked)}>{t("change")}</ButtonLink>
          {phone && <PhoneLink phone={phone} />}
        </>
      }
    >
      <p>{t("noneText")}</p>
    </EmptyState>
  );
}
