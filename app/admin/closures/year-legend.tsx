import { useTranslations } from "next-intl";

const swatches = {
  closed: "bg-brick",
  special: "bg-requested-wash shadow-[inset_0_0_0_1.5px_var(--color-requested)]",
  template: "border border-b-3 border-line border-b-arrived",
  usual: "border border-line hatched [--hatch-color:var(--color-line-strong)]",
} as const;
const kinds = ["closed", "special", "template", "usual"] as const;

/** What the grounds of the days mean; each day says it in words too. */
export function YearLegend() {
  const t = useTranslations("closures.legend");
  return (
    <p aria-hidden className="flex flex-wrap gap-x-5 gap-y-1 text-sm text-ink-muted">
      {kinds.map((kind) => (
        <span key={kind} className="flex items-center gap-2">
          <span className={`size-3.5 rounded-xs ${swatches[kind]}`} />
          {t(kind)}
        </span>
      ))}
    </p>
  );
}
