import { useTranslations } from "next-intl";
import { Button, ButtonLink } from "#components/ui/button.tsx";
import { SelectField, TextField } from "#components/ui/text-field.tsx";
import { type AuditArea, auditAreas } from "#lib/audit/actions.ts";
import type { AskedAudit } from "./asked-audit.ts";

/** Whom and what to look for, in the address, so that it can be linked and gone back to. */
export function FilterForm({ asked }: { asked: AskedAudit }) {
  const t = useTranslations("audit");
  const isNarrowed = Object.values(asked).some(Boolean);
  return (
    <search>
      <form
        method="get"
        action="/admin/audit"
        key={JSON.stringify(asked)}
        className="grid items-end gap-x-4 gap-y-4 sm:grid-cols-2 xl:grid-cols-[minmax(0,1.4fr)_minmax(0,1.4fr)_10rem_10rem_auto]"
      >
        {asked.subject && <input type="hidden" name="subject" value={asked.subject} />}
        <TextField
          name="who"
          type="search"
          label={t("filter.who")}
          hint={t("filter.whoHint")}
          defaultValue={asked.who ?? ""}
          maxLength={254}
          required={false}
        />
        <SelectField name="action" label={t("filter.action")} defaultValue={asked.action ?? ""} required={false}>
          <option value="">{t("filter.every")}</option>
          {(Object.keys(auditAreas) as AuditArea[]).map((area) => (
            <optgroup key={area} label={t(`area.${area}`)}>
              <option value={area}>{t("filter.anything", { area: t(`area.${area}`) })}</option>
              {auditAreas[area].map((action) => (
                <option key={action} value={action}>
                  {t(`action.${action}`, { subject: "…" })}
                </option>
              ))}
            </optgroup>
          ))}
        </SelectField>
        <TextField
          name="from"
          type="date"
          label={t("filter.from")}
          defaultValue={asked.from ?? ""}
          required={false}
          className="figures"
        />
        <TextField
          name="to"
          type="date"
          label={t("filter.to")}
          defaultValue={asked.to ?? ""}
          required={false}
          className="figures"
        />
        <div className="flex flex-wrap gap-2 sm:col-span-2 xl:col-span-1">
          <Button type="submit">{t("filter.apply")}</Button>
          {isNarrowed && (
            <ButtonLink href="/admin/audit" variant="quiet">
              {t("filter.clear")}
            </ButtonLink>
          )}
        </div>
      </form>
    </search>
  );
}
