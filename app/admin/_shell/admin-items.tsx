import { CalendarDotsIcon } from "@phosphor-icons/react/dist/ssr/CalendarDots";
import { CalendarXIcon } from "@phosphor-icons/react/dist/ssr/CalendarX";
import { ChartBarIcon } from "@phosphor-icons/react/dist/ssr/ChartBar";
import { ClockIcon } from "@phosphor-icons/react/dist/ssr/Clock";
import { DoorIcon } from "@phosphor-icons/react/dist/ssr/Door";
import { EnvelopeSimpleIcon } from "@phosphor-icons/react/dist/ssr/EnvelopeSimple";
import { FirstAidIcon } from "@phosphor-icons/react/dist/ssr/FirstAid";
import { GaugeIcon } from "@phosphor-icons/react/dist/ssr/Gauge";
import { ScrollIcon } from "@phosphor-icons/react/dist/ssr/Scroll";
import { SlidersHorizontalIcon } from "@phosphor-icons/react/dist/ssr/SlidersHorizontal";
import { UsersIcon } from "@phosphor-icons/react/dist/ssr/Users";
import type { getTranslations } from "next-intl/server";
import type { WorkspaceItem } from "#components/shell/workspace-nav.tsx";

/** The pages of the administration: when it is open, what and who it is, how it went. */
export function adminItems(t: Awaited<ReturnType<typeof getTranslations<"admin">>>): WorkspaceItem[] {
  return [
    { href: "/admin", label: t("nav.overview"), icon: <GaugeIcon aria-hidden /> },
    { href: "/admin/hours", label: t("nav.hours"), icon: <ClockIcon aria-hidden />, group: t("group.time") },
    { href: "/admin/closures", label: t("nav.closures"), icon: <CalendarXIcon aria-hidden /> },
    { href: "/admin/slots", label: t("nav.slots"), icon: <CalendarDotsIcon aria-hidden /> },
    { href: "/admin/services", label: t("nav.services"), icon: <FirstAidIcon aria-hidden />, group: t("group.house") },
    { href: "/admin/rooms", label: t("nav.rooms"), icon: <DoorIcon aria-hidden /> },
    { href: "/admin/people", label: t("nav.people"), icon: <UsersIcon aria-hidden /> },
    { href: "/admin/settings", label: t("nav.settings"), icon: <SlidersHorizontalIcon aria-hidden /> },
    {
      href: "/admin/analytics",
      label: t("nav.analytics"),
      icon: <ChartBarIcon aria-hidden />,
      group: t("group.insight"),
    },
    { href: "/admin/mail", label: t("nav.mail"), icon: <EnvelopeSimpleIcon aria-hidden /> },
    { href: "/admin/audit", label: t("nav.audit"), icon: <ScrollIcon aria-hidden /> },
  ];
}
