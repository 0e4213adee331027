import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { classNames } from "#components/ui/class-names.ts";
import type { Endpoint } from "#lib/api/server/call.ts";
import { apiDocument } from "#lib/api/server/document.ts";
import { CodeBlock } from "./code.tsx";
import { curlOf } from "./curl.ts";
import { readDocument } from "./read-document.ts";
import { SchemaView, Type } from "./schema-view.tsx";

/** One call: folded to its line until somebody wants to know. */
export async function Operation({ call, base }: { call: Endpoint; base: string }) {
  const t = await getTranslations("api.docs.call");
  const { parameters, requestBody, responses } = readDocument(apiDocument()).operation(call.path, call.method);
  const body = Object.values(requestBody?.content ?? {})[0]?.schema;
  const answer = Object.entries(responses[call.status]?.content ?? {})[0];
  const refused = Object.entries(responses).filter(([status]) => Number(status) >= 400);
  const isRead = call.method === "GET";
  return (
    <details id={call.id} className="group scroll-mt-6 border-t border-line last:border-b">
      <summary className="flex min-h-12 cursor-pointer flex-wrap items-baseline gap-x-4 gap-y-1 py-3">
        <span
          className={classNames("w-16 shrink-0 font-mono text-sm font-semibold", isRead ? "text-arrived" : "text-pine")}
        >
          {call.method}
        </span>
        <span className="min-w-0 font-mono text-sm [overflow-wrap:anywhere]">{call.path}</span>
        <span className="ms-auto text-md text-ink-muted">{call.summary}</span>
      </summary>
      <div className="grid gap-5 pt-1 pb-6 sm:ps-20">
        {call.description && <p className="measure">{call.description}</p>}
        <p className="text-md text-ink-muted">{t(call.audience === "anybody" ? "anybody" : "signedIn")}</p>
        {parameters.length > 0 && (
          <Part title={t("parameters")}>
            <dl className="grid border-t border-line">
              {parameters.map(({ name, in: place, required, schema, description }) => (
                <div key={name} className="grid gap-x-6 border-b border-line py-2 sm:grid-cols-[9rem_minmax(0,1fr)]">
                  <dt className="font-mono text-sm [overflow-wrap:anywhere]">
                    {name}
                    {!required && <span className="text-ink-muted">?</span>}
                  </dt>
                  <dd className="grid gap-1 text-md">
                    <span className="text-sm text-ink-muted">{t(place as "path" | "query" | "header")}</span>
                    <Type schema={schema} />
                    {description && <span>{description}</span>}
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
        <Part title={t("example")}>
          <CodeBlock>{curlOf(call, base)}</CodeBlock>
        </Part>
        <Part title={t("answer", { status: call.status })}>
          {answer ? <SchemaView schema={answer[1].schema} /> : <p className="text-md">{t("empty")}</p>}
        </Part>
        <Part title={t("refusals")}>
          <ul className="grid gap-1 text-md">
            {refused.map(([status, { description }]) => (
              <li key={status} className="flex flex-wrap gap-x-4">
                <span className="w-8 font-mono text-sm text-ink-muted">{status}</span>
                {description.split(", ").map((code) => (
                  <a key={code} href={`#${code.toLowerCase().replaceAll("_", "-")}`} className="link font-mono text-sm">
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
      <h3 className="text-md font-[560]">{title}</h3>
      {children}
    </div>
  );
}
