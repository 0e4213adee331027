import { CalendarBlankIcon } from "@phosphor-icons/react/dist/ssr/CalendarBlank";
import { CalendarDotsIcon } from "@phosphor-icons/react/dist/ssr/CalendarDots";
import { CalendarPlusIcon } from "@phosphor-icons/react/dist/ssr/CalendarPlus";
import { CalendarXIcon } from "@phosphor-icons/react/dist/ssr/CalendarX";
import { ClockIcon } from "@phosphor-icons/react/dist/ssr/Clock";
import { IdentificationCardIcon } from "@phosphor-icons/react/dist/ssr/IdentificationCard";
import { StethoscopeIcon } from "@phosphor-icons/react/dist/ssr/Stethoscope";
import { TrayIcon } from "@phosphor-icons/react/dist/ssr/Tray";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { workspaceLinks } from "#app/_desk/workspace-links.ts";
import { LanguageSwitch } from "#app/_shell/language-switch.tsx";
import { lacksRole, NotAllowed } from "#app/_shell/not-allowed.tsx";
import { ThemeSwitch } from "#app/_shell/theme-switch.tsx";
import { SearchButton } from "#components/scheduling/search/search-button.tsx";
import { AccountMenu } from "#components/shell/account-menu.tsx";
import { ClientMessages } from "#components/shell/client-messages.tsx";
import { WorkspaceShell } from "#components/shell/workspace-shell.tsx";
import { doctorClinic } from "./_shell/doctor-clinic.ts";
import { openRequests } from "./_shell/open-requests.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("doctor");
  return { title: { default: t("workspace"), template: `%s · ${t("workspace")}` } };
}

export default async function DoctorLayout({ children }: { children: ReactNode }) {
  if (await lacksRole("doctor")) return <NotAllowed />;
  const [{ actor, clinic }, t] = await Promise.all([doctorClinic(), getTranslations("doctor")]);
  const [waiting, links] = await Promise.all([openRequests(), workspaceLinks(actor, "doctor")]);
  return (
    <ClientMessages namespaces={["status", "schedule", "refusal", "board", "doctorCalendar", "inboxKeys", "search"]}>
      <WorkspaceShell
        clinicName={clinic.name}
        workspace={t("workspace")}
        items={[
          { href: "/doctor", label: t("nav.inbox"), icon: <TrayIcon aria-hidden />, count: waiting.length },
          { href: "/doctor/calendar", label: t("nav.calendar"), icon: <CalendarDotsIcon aria-hidden /> },
          { href: "/doctor/day", label: t("nav.day"), icon: <CalendarBlankIcon aria-hidden /> },
          { href: "/doctor/hours", label: t("nav.hours"), icon: <ClockIcon aria-hidden /> },
          { href: "/doctor/time-off", label: t("nav.timeOff"), icon: <CalendarXIcon aria-hidden /> },
          { href: "/doctor/services", label: t("nav.services"), icon: <StethoscopeIcon aria-hidden /> },
          { href: "/doctor/profile", label: t("nav.profile"), icon: <IdentificationCardIcon aria-hidden /> },
          { href: "/doctor/feed", label: t("nav.feed"), icon: <CalendarPlusIcon aria-hidden /> },
        ]}
        account={<AccountMenu name={actor.name} links={links} />}
        tools={<SearchButton href="/doctor/search" />}
        theme={<ThemeSwitch />}
        language={<LanguageSwitch />}
      >
        {children}
      </WorkspaceShell>
    </ClientMessages>
  );
}
