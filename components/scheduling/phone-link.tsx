import { PhoneIcon } from "@phosphor-icons/react/dist/ssr/Phone";
import { useTranslations } from "next-intl";
import { buttonClass } from "#components/ui/button.tsx";

/** Calls the practice: what is always left when a page cannot help. */
export function PhoneLink({ phone }: { phone: string }) {
  const t = useTranslations("booking");
  return (
    <a href={`tel:${phone.replace(/[^+\d]/g, "")}`} className={`${buttonClass()} figures`}>
      <PhoneIcon aria-hidden className="size-5" />
      {t("call", { phone })}
    </a>
  );
}
