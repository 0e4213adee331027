import { getTranslations } from "next-intl/server";
import { MessagePage } from "#components/shell/message-page.tsx";
import { ButtonLink } from "#components/ui/button.tsx";

export default async function Forbidden() {
  const t = await getTranslations("shell.forbidden");
  return (
    <MessagePage
      mark="403"
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
