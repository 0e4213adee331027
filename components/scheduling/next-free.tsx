import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Section } from "#components/ui/section.tsx";
import type { ClinicView } from "#lib/scheduling/view.ts";
import type { EpochMs } from "#lib/time.ts";
import { PhoneLink } from "./phone-link.tsx";

interface NextFreeProps {
  offers: { startsAt: EpochMs }[];
  clinic: Pick<ClinicView, "phone">;
  /** The times as something to press. */
  children: (offers: { startsAt: EpochMs }[]) => ReactNode;
}

/** The next times that can be had, one press each; where there is none, the telephone. */
export function NextFree({ offers, clinic, children }: NextFreeProps) {
  const t = useTranslations("booking.time");
  return (
    <Section id="next-free" title={t("nextFree")}>
      {offers.length > 0 ? (
        children(offers)
      ) : (
        <div className="flex flex-wrap items-center gap-4">
          <p className="text-ink-muted">{t("noneSoon")}</p>
          {clinic.phone && <PhoneLink phone={clinic.phone} />}
        </div>
      )}
    </Section>
  );
}
