import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { PageMain } from "#components/shell/site-shell.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { tags } from "#lib/api/endpoint.ts";
import { apiDocument } from "#lib/api/server/document.ts";
import { endpoints } from "#lib/api/server/endpoints.ts";
import { env } from "#lib/env.ts";
import { Code } from "./code.tsx";
import { Codes } from "./codes.tsx";
import { Operation } from "./operation.tsx";
import { readDocument, slugOf } from "./read-document.ts";
import { SchemaView } from "./schema-view.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("api.docs"))("title") };
}

const rich = {
  code: (text: ReactNode) => <Code>{text}</Code>,
  account: (text: ReactNode) => (
    <a href="/account/tokens" className="link">
      {text}
    </a>
  ),
  document: (text: ReactNode) => (
    <a href="/api/v1/openapi.json" className="link">
      {text}
    </a>
  ),
};

export default async function ApiDocs() {
  const t = await getTranslations("api.docs");
  const base = `${env().siteUrl}/api/v1`;
  const { schemas } = readDocument(apiDocument());
  const groups = Object.entries(tags)
    .map(([tag, about]) => ({ tag, about, calls: endpoints.filter((endpoint) => endpoint.tag === tag) }))
    .filter(({ calls }) => calls.length > 0);
  return (
    <PageMain>
      <PageHeader title={t("title")} lead={t("lead")} />
      <div className="grid gap-x-12 gap-y-10 lg:grid-cols-[13rem_minmax(0,1fr)]">
        <nav aria-label={t("contents")} className="lg:sticky lg:top-6 lg:self-start" data-print="hide">
          <ul className="flex flex-wrap gap-x-5 lg:grid">
            {[...groups.map(({ tag }) => tag), t("codes.title"), t("schemas.title")].map((name) => (
              <li key={name}>
                <a href={`#${slugOf(name)}`} className="link inline-flex min-h-11 items-center lg:min-h-9">
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <div className="grid min-w-0 gap-14">
          <section aria-labelledby="rules" className="grid gap-4">
            <h2 id="rules" className="text-2xl">
              {t("rules.title")}
            </h2>
            <ul className="measure grid list-disc gap-2 ps-5 marker:text-ink-faint">
              {(["base", "access", "forms", "lists", "errors", "once", "limits", "document"] as const).map((rule) => (
                <li key={rule}>{t.rich(`rules.${rule}`, { ...rich, url: base })}</li>
              ))}
            </ul>
          </section>
          {groups.map(({ tag, about, calls }) => (
            <section key={tag} aria-labelledby={slugOf(tag)} className="grid gap-1" lang="en" dir="ltr">
              <h2 id={slugOf(tag)} className="scroll-mt-6 text-2xl">
                {tag}
              </h2>
              <p className="pb-4 text-ink-muted">{about}</p>
              {calls.map((call) => (
                <Operation key={call.id} call={call} base={base} schemas={schemas} />
              ))}
            </section>
          ))}
          <Codes />
          <section aria-labelledby={slugOf(t("schemas.title"))} className="grid gap-6" lang="en" dir="ltr">
            <h2 id={slugOf(t("schemas.title"))} className="scroll-mt-6 text-2xl">
              {t("schemas.title")}
            </h2>
            {Object.entries(schemas).map(([name, schema]) => (
              <div key={name} className="grid gap-2">
                <h3 id={`schema-${slugOf(name)}`} className="scroll-mt-6 text-lg font-[560] [overflow-wrap:anywhere]">
                  {name}
                </h3>
                <SchemaView schema={schema} />
              </div>
            ))}
          </section>
        </div>
      </div>
    </PageMain>
  );
}
