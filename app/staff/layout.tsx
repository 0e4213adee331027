import { CalendarPlusIcon } from "@phosphor-icons/react/dist/ssr/CalendarPlus";
import { CalendarXIcon } from "@phosphor-icons/react/dist/ssr/CalendarX";
import { HourglassIcon } from "@phosphor-icons/react/dist/ssr/Hourglass";
import { RepeatIcon } from "@phosphor-icons/react/dist/ssr/Repeat";
import { SlidersHorizontalIcon } from "@phosphor-icons/react/dist/ssr/SlidersHorizontal";
import { SquaresFourIcon } from "@phosphor-icons/react/dist/ssr/SquaresFour";
import { WarningDiamondIcon } from "@phosphor-icons/react/dist/ssr/WarningDiamond";
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
import { hasRole } from "#lib/auth/actor.ts";
import { staffClinic } from "./_shell/staff-clinic.ts";
import "./day-sheet.css";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("staff");
  return { title: { default: t("workspace"), template: `%s · ${t("workspace")}` } };
}

export default async function StaffLayout({ children, drawer }: { children: ReactNode; drawer: ReactNode }) {
  if (await lacksRole("staff")) return <NotAllowed />;
  const [{ actor, clinic }, t] = await Promise.all([staffClinic(), getTranslations("staff")]);
  const links = await workspaceLinks(actor, "staff");
  const board = { href: "/staff", label: t("nav.board"), icon: <SquaresFourIcon aria-hidden /> };
  const doctors = { href: "/staff/doctors", label: t("nav.doctors"), icon: <CalendarXIcon aria-hidden /> };
  const book = { href: "/staff/book", label: t("nav.book"), icon: <CalendarPlusIcon aria-hidden /> };
  const waiting = { href: "/staff/waiting", label: t("nav.waiting"), icon: <HourglassIcon aria-hidden /> };
  const plans = { href: "/staff/plans", label: t("nav.plans"), icon: <RepeatIcon aria-hidden /> };
  const admin = { href: "/admin", label: t("nav.admin"), icon: <SlidersHorizontalIcon aria-hidden /> };
  const stranded = { href: "/staff/stranded", label: t("nav.stranded"), icon: <WarningDiamondIcon aria-hidden /> };
  const desk = [board, book, plans, doctors, waiting, stranded];
  return (
    <ClientMessages namespaces={["status", "schedule", "refusal", "board", "search"]}>
      <WorkspaceShell
        clinicName={clinic.name}
        workspace={t("workspace")}
        items={hasRole(actor, clinic.id, "admin") ? [...desk, admin] : desk}
        account={<AccountMenu name={actor.name} links={links} />}
        tools={<SearchButton href="/staff/search" />}
        theme={<ThemeSwitch />}
        language={<LanguageSwitch />}
      >
        {children}
        {drawer}
      </WorkspaceShell>
    </ClientMessages>
  );
}
