import { useTranslations } from "next-intl";
import { Section } from "#components/ui/section.tsx";
import type { ClinicView } from "#lib/scheduling/view.ts";
import type { EpochMs } from "#lib/time.ts";
import { Alternatives } from "./alternatives.tsx";
import { PhoneLink } from "./phone-link.tsx";

interface NextFreeProps {
  offers: { startsAt: EpochMs }[];
  clinic: Pick<ClinicView, "timeZone" | "phone">;
  hrefFor: (startsAt: EpochMs) => string;
}

/** The next times that can be had, one press each; where there is none, the telephone. */
export function NextFree({ offers, clinic, hrefFor }: NextFreeProps) {
  const t = useTranslations("booking.time");
  return (
    <Section id="next-free" title={t("nextFree")}>
      {offers.length > 0 ? (
        <Alternatives offers={offers} timeZone={clinic.timeZone} hrefFor={hrefFor} />
      ) : (
        <div className="flex flex-wrap items-center gap-4">
          <p className="text-ink-muted">{t("noneSoon")}</p>
          {clinic.phone && <PhoneLink phone={clinic.phone} />}
        </div>
      )}
    </Section>
  );
}
