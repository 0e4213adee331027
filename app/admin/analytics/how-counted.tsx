import { useTranslations } from "next-intl";

const topics = ["occupancy", "noShow", "cancelled", "lead", "hours", "value", "patients"] as const;

/** What each number means, for whoever has to answer for it. */
export function HowCounted() {
  const t = useTranslations("analytics.counted");
  return (
    <details className="border-y border-line">
      <summary className="flex min-h-11 items-center py-2 font-[560] text-pine">{t("title")}</summary>
      <ul className="measure grid gap-2.5 pb-5 text-md text-ink-muted">
        {topics.map((topic) => (
          <li key={topic}>{t(topic)}</li>
        ))}
      </ul>
    </details>
  );
}
