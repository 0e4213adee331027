import { useTranslations } from "next-intl";
import { TabsNav } from "#components/ui/tabs-nav.tsx";

type Tab = "upcoming" | "past" | "plans" | "waiting";

const hrefs: Record<Tab, string> = {
  upcoming: "/patient",
  past: "/patient?view=past",
  plans: "/patient/plans",
  waiting: "/patient/waiting",
};

/** The patient's lists. */
export function PatientTabs({ current, counts }: { current: Tab; counts: Record<Tab, number> }) {
  const t = useTranslations("patient");
  const waiting = useTranslations("waiting");
  const plans = useTranslations("planPortal.list");
  const labels = { upcoming: t("upcoming"), past: t("past"), plans: plans("tab"), waiting: waiting("title") };
  const tabs = (["upcoming", "past", "plans", "waiting"] as const).map((tab) => ({
    href: hrefs[tab],
    label: labels[tab],
    current: tab === current,
    count: counts[tab],
  }));
  return <TabsNav label={t("title")} tabs={tabs} />;
}
