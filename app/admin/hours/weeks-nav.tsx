import { getFormatter, getTranslations } from "next-intl/server";
import { dayInUtc } from "#components/scheduling/day-axis.ts";
import { TabsNav } from "#components/ui/tabs-nav.tsx";
import type { WeekTemplateView } from "#lib/scheduling/view.ts";

interface WeeksNavProps {
  templates: WeekTemplateView[];
  /** A template's id, or which of the two other pages this is. */
  current: string | "usual" | "new";
}

/** The usual week and the templates by their dates, one page each. */
export async function WeeksNav({ templates, current }: WeeksNavProps) {
  const [t, format] = await Promise.all([getTranslations("hours"), getFormatter()]);
  const days = ({ validFrom, validTo }: WeekTemplateView) =>
    format.dateTimeRange(dayInUtc(validFrom), dayInUtc(validTo), {
      day: "numeric",
      month: "short",
      year: "numeric",
      timeZone: "UTC",
    });
  const tabs = [
    { href: "/admin/hours", label: t("usual"), current: current === "usual" },
    ...templates.map((template) => ({
      href: `/admin/hours/templates/${template.id}`,
      label: (
        <>
          {template.name} <span className="figures font-normal text-ink-muted">{days(template)}</span>
        </>
      ),
      current: current === template.id,
    })),
    { href: "/admin/hours/templates/new", label: t("addWeek"), current: current === "new" },
  ];
  return (
    <div className="pb-8">
      <TabsNav label={t("weeks")} tabs={tabs} />
    </div>
  );
}
