import { MagnifyingGlassIcon } from "@phosphor-icons/react/dist/ssr/MagnifyingGlass";
import { useTranslations } from "next-intl";
import { Button, ButtonLink } from "#components/ui/button.tsx";
import { Input } from "#components/ui/field.tsx";
import { type AskedPlans, plansHref } from "./asked-plans.ts";

/** A plain search that stands in the address, so that it can be linked and gone back to. */
export function SearchForm({ asked }: { asked: AskedPlans }) {
  const t = useTranslations("planDesk.search");
  return (
    <search>
      <form method="get" action="/staff/plans" className="grid max-w-prose gap-1.5">
        <label htmlFor="q" className="font-[560]">
          {t("label")}
        </label>
        <p id="q-hint" className="-mt-0.5 text-md text-ink-muted">
          {t("hint")}
        </p>
        <div className="flex flex-wrap gap-2">
          <Input
            id="q"
            name="q"
            type="search"
            aria-describedby="q-hint"
            defaultValue={asked.query}
            key={asked.query}
            maxLength={120}
            autoComplete="off"
            className="min-w-0 flex-1 basis-48"
          />
          {asked.tab !== "all" && <input type="hidden" name="status" value={asked.tab} />}
          <Button type="submit">
            <MagnifyingGlassIcon aria-hidden weight="bold" className="size-4.5" />
            {t("submit")}
          </Button>
          {asked.query && (
            <ButtonLink href={plansHref({ ...asked, query: "", before: null })} variant="quiet">
              {t("clear")}
            </ButtonLink>
          )}
        </div>
      </form>
    </search>
  );
}
