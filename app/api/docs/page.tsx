import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Link } from "#components/ui/link.tsx";
import { env } from "#lib/env.ts";
import { areas } from "./areas.ts";
import { Code } from "./code.tsx";
import { Codes } from "./codes.tsx";
import { DocsPage } from "./docs-page.tsx";
import { Verb } from "./verb.tsx";

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
  return (
    <DocsPage title={t("title")} lead={t("lead")}>
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
      {areas.map(({ slug, name, about, calls }) => (
        <section key={slug} aria-labelledby={slug} className="grid gap-3" lang="en" dir="ltr">
          <div>
            <h2 id={slug} className="text-2xl">
              <Link href={`/api/docs/${slug}`} className="hover:underline">
                {name}
              </Link>
            </h2>
            <p className="text-ink-muted">{about}</p>
          </div>
          <ul className="border-t border-line">
            {calls.map((call) => (
              <li key={call.id}>
                <Link
                  href={`/api/docs/${slug}#${call.id}`}
                  className="grid min-h-11 content-center gap-x-4 border-b border-line py-2 hover:bg-wash sm:grid-cols-[4rem_minmax(0,1fr)_minmax(0,1fr)]"
                >
                  <Verb method={call.method} />
                  <span className="font-mono text-sm/6 [overflow-wrap:anywhere]">{call.path}</span>
                  <span className="text-md text-ink-muted">{call.summary}</span>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <Codes />
    </DocsPage>
  );
}
