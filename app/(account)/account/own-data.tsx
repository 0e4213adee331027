import { DownloadSimpleIcon } from "@phosphor-icons/react/dist/ssr/DownloadSimple";
import { useTranslations } from "next-intl";
import { Button, ButtonLink } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Part } from "./part.tsx";

/** A copy of everything that is known, and the end of it. */
export function OwnData({ mustWait }: { mustWait: boolean }) {
  const t = useTranslations("account.data");
  return (
    <Part id="data" title={t("title")} lead={t("lead")}>
      {mustWait && (
        <Notice tone="warning" live focusOnLoad title={t("waitTitle")}>
          {t("wait")}
        </Notice>
      )}
      <form action="/account/data" method="post" className="grid justify-items-start gap-2">
        <Button type="submit" variant="secondary">
          <DownloadSimpleIcon aria-hidden className="size-5" />
          {t("export")}
        </Button>
        <p className="measure text-md text-ink-muted">{t("exportHint")}</p>
      </form>
      <div className="grid justify-items-start gap-2 border-t border-line pt-5">
        <ButtonLink href="/account/delete" variant="quiet" className="text-brick">
          {t("delete")}
        </ButtonLink>
        <p className="measure text-md text-ink-muted">{t("deleteHint")}</p>
      </div>
    </Part>
  );
}
