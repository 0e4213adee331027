import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { apiDocument } from "#lib/api/server/document.ts";
import { DocsPage } from "../docs-page.tsx";
import { readDocument, slugOf } from "../read-document.ts";
import { SchemaView } from "../schema-view.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("api.docs");
  return { title: `${t("schemas.title")} · ${t("title")}` };
}

export default async function ApiSchemas() {
  const t = await getTranslations("api.docs.schemas");
  const { schemas } = readDocument(apiDocument());
  return (
    <DocsPage title={t("title")} lead={t("lead")}>
      <div className="grid gap-8" lang="en" dir="ltr">
        {Object.entries(schemas).map(([name, schema]) => (
          <section key={name} aria-labelledby={`schema-${slugOf(name)}`} className="grid gap-2">
            <h2 id={`schema-${slugOf(name)}`} className="scroll-mt-6 text-lg font-[560] [overflow-wrap:anywhere]">
              {name}
            </h2>
            <SchemaView schema={schema} />
          </section>
        ))}
      </div>
    </DocsPage>
  );
}
