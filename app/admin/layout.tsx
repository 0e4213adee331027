import { CalendarDotsIcon } from "@phosphor-icons/react/dist/ssr/CalendarDots";
import { CalendarXIcon } from "@phosphor-icons/react/dist/ssr/CalendarX";
import { ClockIcon } from "@phosphor-icons/react/dist/ssr/Clock";
import { DoorIcon } from "@phosphor-icons/react/dist/ssr/Door";
import { EnvelopeSimpleIcon } from "@phosphor-icons/react/dist/ssr/EnvelopeSimple";
import { FirstAidIcon } from "@phosphor-icons/react/dist/ssr/FirstAid";
import { GaugeIcon } from "@phosphor-icons/react/dist/ssr/Gauge";
import { SlidersHorizontalIcon } from "@phosphor-icons/react/dist/ssr/SlidersHorizontal";
import { UsersIcon } from "@phosphor-icons/react/dist/ssr/Users";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { workspaceLinks } from "#app/_desk/workspace-links.ts";
import { LanguageSwitch } from "#app/_shell/language-switch.tsx";
import { lacksRole, NotAllowed } from "#app/_shell/not-allowed.tsx";
import { ThemeSwitch } from "#app/_shell/theme-switch.tsx";
import { AccountMenu } from "#components/shell/account-menu.tsx";
import { ClientMessages } from "#components/shell/client-messages.tsx";
import { WorkspaceShell } from "#components/shell/workspace-shell.tsx";
import { adminClinic } from "./_shell/admin-clinic.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin");
  return { title: { default: t("workspace"), template: `%s · ${t("workspace")}` } };
}

export default async function AdminLayout({ children }: { children: ReactNode }) {
  if (await lacksRole("admin")) return <NotAllowed />;
  const [{ actor, clinic }, t] = await Promise.all([adminClinic(), getTranslations("admin")]);
  const links = await workspaceLinks(actor, "admin");
  return (
    <ClientMessages
      namespaces={[
        "status",
        "schedule",
        "admin",
        "hours",
        "closures",
        "slots",
        "slotsChange",
        "serviceForm",
        "reminders",
        "rooms",
        "settings",
        "people",
        "refusal",
      ]}
    >
      <WorkspaceShell
        clinicName={clinic.name}
        workspace={t("workspace")}
        items={[
          { href: "/admin", label: t("nav.overview"), icon: <GaugeIcon aria-hidden /> },
          { href: "/admin/hours", label: t("nav.hours"), icon: <ClockIcon aria-hidden /> },
          { href: "/admin/closures", label: t("nav.closures"), icon: <CalendarXIcon aria-hidden /> },
          { href: "/admin/slots", label: t("nav.slots"), icon: <CalendarDotsIcon aria-hidden /> },
          { href: "/admin/services", label: t("nav.services"), icon: <FirstAidIcon aria-hidden /> },
          { href: "/admin/rooms", label: t("nav.rooms"), icon: <DoorIcon aria-hidden /> },
          { href: "/admin/people", label: t("nav.people"), icon: <UsersIcon aria-hidden /> },
          { href: "/admin/mail", label: t("nav.mail"), icon: <EnvelopeSimpleIcon aria-hidden /> },
          { href: "/admin/settings", label: t("nav.settings"), icon: <SlidersHorizontalIcon aria-hidden /> },
        ]}
        account={<AccountMenu name={actor.name} links={links} />}
        theme={<ThemeSwitch />}
        language={<LanguageSwitch />}
      >
        {children}
      </WorkspaceShell>
    </ClientMessages>
  );
}
