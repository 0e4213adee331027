import { useTranslations } from "next-intl";
import { PhoneLink } from "#components/scheduling/phone-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";

export function NoServices({ phone }: { phone: string | null }) {
  const t = useTranslations("services.none");
  return (
    <EmptyState title={t("title")} actions={phone && <PhoneLink phone={phone} />}>
      {t("text")}
    </EmptyState>
  );
}
