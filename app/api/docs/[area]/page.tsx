import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { apiDocument } from "#lib/api/server/document.ts";
import { env } from "#lib/env.ts";
import { Missing, missingMetadata } from "../../../_shell/missing.tsx";
import { areas } from "../areas.ts";
import { DocsPage } from "../docs-page.tsx";
import { Operation } from "../operation.tsx";
import { readDocument } from "../read-document.ts";

interface Props {
  params: Promise<{ area: string }>;
}

const areaOf = async (params: Props["params"]) => {
  const { area: asked } = await params;
  return areas.find(({ slug }) => slug === asked);
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const area = await areaOf(params);
  if (!area) return missingMetadata();
  return { title: `${area.name} · ${(await getTranslations("api.docs"))("title")}` };
}

export default async function ApiArea({ params }: Props) {
  const area = await areaOf(params);
  if (!area) return <Missing />;
  const { schemas } = readDocument(apiDocument());
  return (
    <DocsPage title={area.name} lead={area.about} isEnglish>
      <div lang="en" dir="ltr">
        {area.calls.map((call) => (
          <Operation key={call.id} call={call} base={`${env().siteUrl}/api/v1`} schemas={schemas} />
        ))}
      </div>
    </DocsPage>
  );
}
