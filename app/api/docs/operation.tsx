import { CaretDownIcon } from "@phosphor-icons/react/dist/ssr/CaretDown";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { exampleOf } from "#lib/api/example-of.ts";
import type { Endpoint } from "#lib/api/server/call.ts";
import { apiDocument } from "#lib/api/server/document.ts";
import { CodeBlock, Words } from "./code.tsx";
import { curlOf } from "./curl.ts";
import { readDocument, type Schema } from "./read-document.ts";
import { SchemaView, Type } from "./schema-view.tsx";
import { Verb } from "./verb.tsx";

interface Props {
  call: Endpoint;
  base: string;
  schemas: Record<string, Schema>;
}

/** One call: folded to its line until somebody wants to know. */
export async function Operation({ call, base, schemas }: Props) {
  const t = await getTranslations("api.docs.call");
  const { parameters, requestBody, responses } = readDocument(apiDocument()).operation(call.path, call.method);
  const body = Object.values(requestBody?.content ?? {})[0]?.schema;
  const [mediaType, answer] = Object.entries(responses[call.status]?.content ?? {})[0] ?? [];
  const refused = Object.entries(responses).filter(([status]) => Number(status) >= 400);
  return (
    <details className="group border-t border-line last:border-b">
      <summary className="grid min-h-12 cursor-pointer grid-cols-[minmax(0,1fr)_auto] gap-x-4 gap-y-1 py-3 hover:bg-wash sm:grid-cols-[4rem_minmax(0,1fr)_auto]">
        <Verb method={call.method} className="col-start-1 row-start-1" />
        <span className="col-start-1 row-start-2 min-w-0 sm:col-start-2 sm:row-start-1">
          <span className="block font-mono text-sm/6 [overflow-wrap:anywhere]">{call.path}</span>
          <span className="block text-md text-ink-muted">{call.summary}</span>
        </span>
        <CaretDownIcon
          aria-hidden
          className="col-start-2 row-start-1 size-4 self-center text-ink-faint transition-transform group-open:rotate-180 sm:col-start-3"
        />
      </summary>
      {/* Inside, as a browser opens what the target of a link is folded into. */}
      <div id={call.id} className="grid scroll-mt-24 gap-6 pt-1 pb-8 sm:ps-20">
        <div className="measure grid gap-2">
          {call.description && (
            <p>
              <Words>{call.description}</Words>
            </p>
          )}
          <p className="text-md text-ink-muted">{t(call.audience === "anybody" ? "anybody" : "signedIn")}</p>
        </div>
        <Part title={t("example")}>
          <CodeBlock>{curlOf(call, base)}</CodeBlock>
          {answer && mediaType === "application/json" && (
            <CodeBlock>{JSON.stringify(exampleOf(answer.schema, schemas), null, 2)}</CodeBlock>
          )}
        </Part>
        {parameters.length > 0 && (
          <Part title={t("parameters")}>
            <dl className="@container grid border-t border-line">
              {parameters.map(({ name, in: place, required, schema, description }) => (
                <div key={name} className="grid gap-x-6 border-b border-line py-2 @md:grid-cols-[9rem_minmax(0,1fr)]">
                  <dt className="font-mono text-sm [overflow-wrap:anywhere]">
                    {name}
                    {!required && <span className="text-ink-muted">?</span>}
                  </dt>
                  <dd className="grid gap-1 text-md">
                    <span className="text-sm text-ink-muted">{t(place as "path" | "query" | "header")}</span>
                    <Type schema={schema} />
                    {description && (
                      <span>
                        <Words>{description}</Words>
                      </span>
                    )}
                  </dd>
                </div>
              ))}
            </dl>
          </Part>
        )}
        {body && (
          <Part title={t("body")}>
            <SchemaView schema={body} />
          </Part>
        )}
        <Part title={t("answer", { status: call.status })}>
          {answer ? <SchemaView schema={answer.schema} /> : <p className="text-md">{t("empty")}</p>}
        </Part>
        <Part title={t("refusals")}>
          <ul className="grid gap-2 text-md">
            {refused.map(([status, { description }]) => (
              <li key={status} className="flex flex-wrap gap-x-4 gap-y-2">
                <span className="w-8 font-mono text-sm text-ink-muted">{status}</span>
                {description.split(", ").map((code) => (
                  <a
                    key={code}
                    href={`/api/docs#${code.toLowerCase().replaceAll("_", "-")}`}
                    className="link font-mono text-sm/6"
                  >
                    {code}
                  </a>
                ))}
              </li>
            ))}
          </ul>
        </Part>
      </div>
    </details>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="grid gap-2">
      <h2 className="text-md font-[560]">{title}</h2>
      {children}
    </div>
  );
}
