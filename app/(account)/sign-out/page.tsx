import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageMain } from "#components/shell/site-shell.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { homePath } from "#lib/auth/home-path.ts";
import { currentActor } from "#lib/auth/session.ts";
import { signOut } from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("account.signOut"))("title") };
}

/** A link must not sign anyone out, so it leads here. */
export default async function SignOutPage() {
  const [actor, t] = await Promise.all([currentActor(), getTranslations("account.signOut")]);
  if (!actor) redirect("/sign-in");
  return (
    <PageMain width="prose">
      <PageHeader title={t("title")} lead={t("lead", { name: actor.name })} />
      <form action={signOut} className="flex flex-wrap gap-3">
        <SubmitButton pendingLabel={t("pending")}>{t("submit")}</SubmitButton>
        <ButtonLink variant="quiet" href={homePath(actor)}>
          {t("stay")}
        </ButtonLink>
      </form>
    </PageMain>
  );
}
