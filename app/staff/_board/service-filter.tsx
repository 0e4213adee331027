import Form from "next/form";
import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { Select } from "#components/ui/field.tsx";
import { type BoardFilter, filterFields } from "./board-filter.ts";

interface ServiceFilterProps {
  filter: BoardFilter;
  /** Those of the day. */
  services: { slug: string; name: string }[];
  /** Where the board is. */
  path: string;
}

/** The board for one service; what else is chosen stays. */
export function ServiceFilter({ filter, services, path }: ServiceFilterProps) {
  const t = useTranslations("staff.filters");
  const kept = filterFields({ ...filter, service: null });
  return (
    <Form action={path} scroll={false} prefetch={false} className="flex items-center gap-2" data-print="hide">
      {Object.entries(kept).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Select
        key={filter.service}
        aria-label={t("service")}
        name="service"
        defaultValue={filter.service ?? ""}
        className="min-h-9 py-1 text-md max-md:min-h-11"
      >
        <option value="">{t("every")}</option>
        {services.map(({ slug, name }) => (
          <option key={slug} value={slug}>
            {name}
          </option>
        ))}
      </Select>
      <Button type="submit" variant="quiet" size="sm" className="max-md:min-h-11">
        {t("show")}
      </Button>
    </Form>
  );
}
