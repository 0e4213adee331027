import "server-only";
import { getTranslations } from "next-intl/server";
import { type Actor, clinicsWithRole } from "#lib/auth/actor.ts";

type Workspace = "doctor" | "staff" | "admin";

/** Where else this person may go, for the account menu. */
export async function workspaceLinks(actor: Actor, here: Workspace): Promise<{ href: string; label: string }[]> {
  const t = await getTranslations("board.elsewhere");
  const others = (["doctor", "staff", "admin"] as const).filter(
    (role) => role !== here && clinicsWithRole(actor, role).length > 0,
  );
  return [
    { href: "/patient", label: t("own") },
    ...others.map((role) => ({ href: `/${role}`, label: t(role) })),
    { href: "/", label: t("site") },
    { href: "/account", label: t("account") },
    { href: "/sign-out", label: t("signOut") },
  ];
}
