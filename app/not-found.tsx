import { getTranslations } from "next-intl/server";
import { MessagePage } from "#components/shell/message-page.tsx";
import { ButtonLink } from "#components/ui/button.tsx";

export default async function NotFound() {
  const t = await getTranslations("shell.notFound");
  return (
    <MessagePage
      mark="404"
      title={t("title")}
      lead={t("lead")}
      actions={
        <ButtonLink href="/" variant="primary">
          {t("home")}
        </ButtonLink>
      }
    />
  );
}
