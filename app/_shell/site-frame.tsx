import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { TimeZoneNote } from "#components/scheduling/time-zone-note.tsx";
import { AccountMenu } from "#components/shell/account-menu.tsx";
import { SiteFooter } from "#components/shell/site-footer.tsx";
import { SiteHeader } from "#components/shell/site-header.tsx";
import { SiteShell } from "#components/shell/site-shell.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { Link } from "#components/ui/link.tsx";
import { type Actor, clinicsWithRole } from "#lib/auth/actor.ts";
import { currentActor } from "#lib/auth/session.ts";
import { addressLines } from "#lib/scheduling/address.ts";
import { homeClinic } from "#lib/scheduling/server/clinic/clinics.ts";
import { LanguageSwitch } from "./language-switch.tsx";
import { ThemeSwitch } from "./theme-switch.tsx";

/** Head and foot of every page that patients see, signed in or not. */
export async function SiteFrame({ children }: { children: ReactNode }) {
  const [t, shell, actor, clinic] = await Promise.all([
    getTranslations("home.frame"),
    getTranslations("shell"),
    currentActor(),
    homeClinic(),
  ]);
  const name = clinic?.name ?? shell("productName");
  const links = [
    { href: "/book", label: t("book") },
    { href: "/plans", label: t("carePlans") },
    { href: "/services", label: t("services") },
    { href: "/doctors", label: t("doctors") },
  ];
  const account = actor ? (
    <AccountMenu name={actor.name} links={accountLinks(actor, t)} />
  ) : (
    <ButtonLink size="sm" href="/sign-in" className="min-h-11">
      {shell("signIn")}
    </ButtonLink>
  );
  return (
    <SiteShell
      header={<SiteHeader clinicName={name} links={clinic ? links : []} account={account} />}
      footer={
        <SiteFooter
          clinicName={name}
          address={clinic ? addressLines(clinic) : []}
          phone={clinic?.phone ?? undefined}
          email={clinic?.email ?? undefined}
          theme={<ThemeSwitch />}
          language={<LanguageSwitch />}
        >
          {clinic && (
            <>
              <TimeZoneNote timeZone={clinic.timeZone} />
              <Link href="/plans/link" className="link inline-flex min-h-11 w-fit items-center">
                {t("openPlan")}
              </Link>
            </>
          )}
        </SiteFooter>
      }
    >
      {children}
    </SiteShell>
  );
}

type Words = Awaited<ReturnType<typeof getTranslations<"home.frame">>>;

function accountLinks(actor: Actor, t: Words) {
  const workspaces = (["doctor", "staff", "admin"] as const).filter((role) => clinicsWithRole(actor, role).length > 0);
  return [
    { href: "/patient", label: t("appointments") },
    { href: "/patient/plans", label: t("plans") },
    { href: "/patient/waiting", label: t("waiting") },
    ...workspaces.map((role) => ({ href: `/${role}`, label: t(role) })),
    { href: "/account", label: t("account") },
    { href: "/sign-out", label: t("signOut") },
  ];
}
