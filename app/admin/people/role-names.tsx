import { ProhibitIcon } from "@phosphor-icons/react/dist/ssr/Prohibit";
import { useFormatter, useTranslations } from "next-intl";
import type { PersonView } from "#lib/accounts/people.ts";

/** What somebody is at the clinic, in a few words; whoever has no role there is a patient. */
export function RoleNames({ person }: { person: PersonView }) {
  const t = useTranslations("people");
  const format = useFormatter();
  if (person.isDisabled) {
    return (
      <span className="inline-flex items-center gap-1.5 font-[560] text-declined">
        <ProhibitIcon aria-hidden weight="bold" />
        {t("disabled")}
      </span>
    );
  }
  const held = person.roles.filter((role) => role !== "patient");
  if (held.length === 0) return <span className="text-ink-muted">{t("role.patient")}</span>;
  return <span className="font-[560]">{format.list(held.map((role) => t(`role.${role}`)))}</span>;
}
