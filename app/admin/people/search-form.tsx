import { MagnifyingGlassIcon } from "@phosphor-icons/react/dist/ssr/MagnifyingGlass";
import { useTranslations } from "next-intl";
import { Button, ButtonLink } from "#components/ui/button.tsx";
import { Input } from "#components/ui/field.tsx";
import { type AskedPeople, peopleHref } from "./asked-people.ts";

/** A plain search that stands in the address, so that it can be linked and gone back to. */
export function SearchForm({ asked }: { asked: AskedPeople }) {
  const t = useTranslations("people.search");
  return (
    <search>
      <form method="get" action="/admin/people" className="grid max-w-prose gap-1.5">
        <label htmlFor="q" className="font-[560]">
          {t("label")}
        </label>
        <div className="flex flex-wrap gap-2">
          <Input
            id="q"
            name="q"
            type="search"
            defaultValue={asked.search}
            key={asked.search}
            maxLength={254}
            className="min-w-0 flex-1 basis-48"
          />
          {asked.filter !== "all" && <input type="hidden" name="role" value={asked.filter} />}
          <Button type="submit">
            <MagnifyingGlassIcon aria-hidden weight="bold" className="size-4.5" />
            {t("submit")}
          </Button>
          {asked.search && (
            <ButtonLink href={peopleHref({ ...asked, search: "", page: 1 })} variant="quiet">
              {t("clear")}
            </ButtonLink>
          )}
        </div>
      </form>
    </search>
  );
}
