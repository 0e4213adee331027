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
import { adminClinic } from "./_shell/admin-clinic.ts";
import { adminItems } from "./_shell/admin-items.tsx";

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
        "audit",
        "refusal",
        "search",
      ]}
    >
      <WorkspaceShell
        clinicName={clinic.name}
        workspace={t("workspace")}
        items={adminItems(t)}
        account={<AccountMenu name={actor.name} links={links} />}
        tools={<SearchButton href="/staff/search" />}
        theme={<ThemeSwitch />}
        language={<LanguageSwitch />}
      >
        {children}
      </WorkspaceShell>
    </ClientMessages>
  );
}
