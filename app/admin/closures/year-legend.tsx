import { useTranslations } from "next-intl";

const swatches = { closed: "bg-brick", special: "bg-requested", usual: "bg-line" } as const;

/** What the colours of the year mean. */
export function YearLegend() {
  const t = useTranslations("closures.legend");
  const kinds = ["closed", "special", "usual"] as const;
  return (
    <p aria-hidden className="flex flex-wrap gap-x-5 gap-y-1 text-sm text-ink-muted">
      {kinds.map((kind) => (
        <span key={kind} className="flex items-center gap-2">
          <span className={`size-3 rounded-xs ${swatches[kind]}`} />
          {t(kind)}
        </span>
      ))}
    </p>
  );
}
