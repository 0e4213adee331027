import Form from "next/form";
import { getTranslations } from "next-intl/server";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Input } from "#components/ui/field.tsx";
import { Link } from "#components/ui/link.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { findGroups, type Search } from "./find-groups.ts";

/** The palette as a page: for a link to a search, and for whoever has no scripts. */
export async function SearchPage({ path, ...asked }: Search & { path: string }) {
  const [t, groups] = await Promise.all([getTranslations("search"), findGroups(asked)]);
  const { search } = asked;
  return (
    <>
      <PageHeader size="workspace" title={t("title")} />
      <search>
        <Form action={path} className="grid max-w-prose gap-1.5">
          <label htmlFor="q" className="font-[560]">
            {t(`label.${asked.as}`)}
          </label>
          <div className="flex flex-wrap gap-2">
            <Input
              id="q"
              name="q"
              type="search"
              key={search}
              defaultValue={search}
              maxLength={120}
              autoComplete="off"
              className="min-w-0 flex-1 basis-48"
            />
            <Button type="submit" variant="primary">
              {t("submit")}
            </Button>
          </div>
        </Form>
      </search>
      <div className="grid max-w-prose gap-8 pt-8">
        {groups.length === 0 && (
          <EmptyState title={t("nothingTitle", { search })}>
            <p>{t(`nothing.${asked.as}`)}</p>
          </EmptyState>
        )}
        {groups.map(({ key, title, items }) => (
          <section key={key} aria-labelledby={`found-${key}`}>
            <h2 id={`found-${key}`} className="border-b border-line-strong pb-2 text-xl">
              {title}
            </h2>
            <ul className="divide-y divide-line border-b border-line">
              {items.map((item) => (
                <li key={item.id}>
                  <Link href={item.href} className="grid min-h-11 content-center py-2 hover:bg-wash">
                    <span className="font-[560]">{item.title}</span>
                    {item.detail && <span className="text-md text-ink-muted">{item.detail}</span>}
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </>
  );
}
