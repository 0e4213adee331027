import { useTranslations } from "next-intl";
import { Notice } from "#components/ui/notice.tsx";
import { env } from "#lib/env.ts";

/** Where nothing can be sent, whoever waits for a mail has to know where it lies. */
export function NoMailServer() {
  const t = useTranslations("account.noMail");
  if (env().mail) return null;
  return (
    <Notice tone="info" title={t("title")} className="mb-10">
      {t("message")}
    </Notice>
  );
}
