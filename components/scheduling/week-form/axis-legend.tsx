import { useFormatter, useTranslations } from "next-intl";
import { classNames } from "#components/ui/class-names.ts";
import type { TypedShift } from "./week.ts";

const swatches = {
  working: "bg-pine-area",
  open: "bg-pine-wash",
  closed: "hatched [--hatch-color:var(--color-line-strong)]",
};

/** What the strips show behind a doctor's bars. */
export function AxisLegend() {
  const t = useTranslations("doctorHours.legend");
  const kinds = ["working", "open", "closed"] as const;
  return (
    <p aria-hidden className="flex flex-wrap gap-x-5 gap-y-1">
      {kinds.map((kind) => (
        <span key={kind} className="flex items-center gap-2">
          <span className={classNames("h-3.5 w-5 rounded-xs", swatches[kind])} />
          {t(kind)}
        </span>
      ))}
    </p>
  );
}

/** The same said, for whoever does not see the strip. */
export function OpeningWords({ opening }: { opening: TypedShift[] }) {
  const t = useTranslations("doctorHours");
  const hours = opening.map(({ open, close }) => `${open}–${close}`);
  const format = useFormatter();
  return <p className="sr-only">{hours.length > 0 ? t("opening", { hours: format.list(hours) }) : t("openingNone")}</p>;
}
