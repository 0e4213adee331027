import { getTranslations } from "next-intl/server";
import { type RefusalCode, refusalStatus } from "#lib/scheduling/refusal.ts";
import { slugOf } from "./read-document.ts";

/** Every refusal with its status and words; the `type` of a problem leads here. */
export async function Codes() {
  const [t, refusal] = await Promise.all([getTranslations("api.docs.codes"), getTranslations("refusal")]);
  const codes = Object.entries(refusalStatus) as [RefusalCode, number][];
  return (
    <section aria-labelledby={slugOf(t("title"))} className="grid gap-3">
      <h2 id={slugOf(t("title"))} className="scroll-mt-6 text-2xl">
        {t("title")}
      </h2>
      <p className="measure text-ink-muted">{t("lead")}</p>
      <dl className="grid gap-x-6 border-t border-line sm:grid-cols-[minmax(0,auto)_minmax(0,1fr)]">
        {codes.map(([code, status]) => (
          <div
            key={code}
            id={code.toLowerCase().replaceAll("_", "-")}
            className="grid scroll-mt-6 gap-x-6 border-b border-line py-2 sm:col-span-2 sm:grid-cols-subgrid"
          >
            <dt className="font-mono text-sm [overflow-wrap:anywhere]">
              <span className="inline-block w-12 text-ink-muted">{status}</span>
              {code}
            </dt>
            <dd className="text-md">{refusal(`title.${code}`, { reason: "other" })}</dd>
          </div>
        ))}
        <div
          id="fault"
          className="grid scroll-mt-6 gap-x-6 border-b border-line py-2 sm:col-span-2 sm:grid-cols-subgrid"
        >
          <dt className="font-mono text-sm [overflow-wrap:anywhere]">
            <span className="inline-block w-12 text-ink-muted">500</span>
            FAULT
          </dt>
          <dd className="text-md">{t("fault")}</dd>
        </div>
      </dl>
    </section>
  );
}
