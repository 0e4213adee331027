import { useTranslations } from "next-intl";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";

/** Somebody with a doctor's role to whom no doctor's page belongs. */
export function NoProfile({ title }: { title: string }) {
  const t = useTranslations("doctor.day");
  return (
    <>
      <PageHeader size="workspace" title={title} />
      <EmptyState title={t("noProfileTitle")}>
        <p>{t("noProfile")}</p>
      </EmptyState>
    </>
  );
}
