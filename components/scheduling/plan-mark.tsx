import { RepeatIcon } from "@phosphor-icons/react/dist/ssr/Repeat";
import { useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import type { PlanPlace } from "#lib/scheduling/plan-view.ts";

interface PlanMarkProps {
  plan: PlanPlace;
  /** The plan's page, for whoever has one. */
  href?: string | undefined;
  /** Where there is room for the visit only. */
  hideNumber?: boolean;
}

/** Which visit of which care plan an appointment is. */
export function PlanMark({ plan: { number, sequence, count }, href, hideNumber = false }: PlanMarkProps) {
  const t = useTranslations("planDesk.mark");
  return (
    <span className="figures inline-flex max-w-full flex-wrap items-baseline gap-x-2 text-md text-ink-muted">
      <span className="inline-flex min-w-0 items-baseline gap-1.5">
        <RepeatIcon aria-hidden weight="bold" className="size-3.5 shrink-0 self-center" />
        {t("visit", { sequence, count })}
      </span>
      {!hideNumber && (
        <span className="min-w-0 text-sm wrap-anywhere text-ink-faint">
          {href ? (
            <Link href={href} className="link -my-1 inline-block py-1">
              {number}
            </Link>
          ) : (
            number
          )}
        </span>
      )}
    </span>
  );
}
