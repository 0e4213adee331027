import { useTranslations } from "next-intl";
import { type AskedAnalytics, analyticsHref } from "./asked-analytics.ts";
import type { TableFile } from "./table-files.ts";

/** The table beside it as a file for a spreadsheet. */
export function FileLink({ asked, file, name }: { asked: AskedAnalytics; file: TableFile; name: string }) {
  const t = useTranslations("analytics");
  return (
    <a
      href={analyticsHref(asked.range, asked, file)}
      download
      aria-label={t("csvOf", { name })}
      className="link inline-flex min-h-11 items-center"
    >
      {t("csv")}
    </a>
  );
}
