import { SlidersHorizontalIcon } from "@phosphor-icons/react/dist/ssr/SlidersHorizontal";
import { SquaresFourIcon } from "@phosphor-icons/react/dist/ssr/SquaresFour";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { workspaceLinks } from "#app/_desk/workspace-links.ts";
import { ThemeSwitch } from "#app/_shell/theme-switch.tsx";
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

export default async function StaffLayout({ children }: { children: ReactNode }) {
  const [{ actor, clinic }, t] = await Promise.all([staffClinic(), getTranslations("staff")]);
  const links = await workspaceLinks(actor, "staff");
  const board = { href: "/staff", label: t("nav.board"), icon: <SquaresFourIcon aria-hidden /> };
  const admin = { href: "/admin", label: t("nav.admin"), icon: <SlidersHorizontalIcon aria-hidden /> };
  return (
    <ClientMessages namespaces={["status", "schedule", "refusal", "board"]}>
      <WorkspaceShell
        clinicName={clinic.name}
        workspace={t("workspace")}
        items={hasRole(actor, clinic.id, "admin") ? [board, admin] : [board]}
        account={<AccountMenu name={actor.name} links={links} />}
        theme={<ThemeSwitch />}
      >
        {children}
      </WorkspaceShell>
    </ClientMessages>
  );
}
