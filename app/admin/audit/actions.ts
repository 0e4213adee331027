"use server";

import { getFormatter, getTranslations } from "next-intl/server";
import type { ChainReport } from "#lib/audit/schema.ts";
import { checkChain } from "#lib/audit/server/check-chain.ts";
import { answerForm, type FormState } from "#lib/form-state.ts";
import { answerRefusal } from "#lib/i18n/answer-refusal.ts";
import { localDateOf, type TimeZone } from "#lib/time.ts";
import { adminClinic } from "../_shell/admin-clinic.ts";

/** Reckons the log's chain anew and says in words how far it holds. */
export async function check(previous: FormState, form: FormData): Promise<FormState> {
  const { actor, clinic } = await adminClinic();
  const result = await checkChain(actor, { clinicId: clinic.id, after: Number(form.get("after") ?? 0) });
  if (!result.ok) return answerRefusal(previous, form, result.refusal, clinic);
  const report = result.value;
  const refusal = await whatIsWrong(report, clinic.timeZone);
  if (refusal) return answerForm(previous, form, { refusal, values: {} });
  const values: FormState["values"] =
    report.state === "unfinished" ? { after: String(report.upTo?.position ?? 0) } : {};
  return answerForm(previous, form, { message: await whatHolds(report, clinic.timeZone), values });
}

async function whatIsWrong({ broken, upTo, overdue }: ChainReport, timeZone: TimeZone): Promise<FormState["refusal"]> {
  const [t, format] = await Promise.all([getTranslations("audit.chain"), getFormatter()]);
  const holds = { upTo: upTo?.position ?? 0 };
  if (broken) {
    const title = t("brokenTitle", { position: broken.position });
    if (broken.at === null) return { code: "broken", title, message: t("brokenGone", holds) };
    const date = localDateOf(broken.at, timeZone);
    const message = t("brokenAt", { ...holds, moment: format.dateTime(broken.at, "moment", { timeZone }) });
    const next = [{ href: `/admin/audit?from=${date}&to=${date}`, label: t("show") }];
    return { code: "broken", title, message, next };
  }
  if (overdue === 0) return undefined;
  return { code: "overdue", title: t("overdueTitle", { count: overdue }), message: t("overdue", holds) };
}

async function whatHolds({ state, checked, upTo, waiting }: ChainReport, timeZone: TimeZone): Promise<string> {
  const [t, format] = await Promise.all([getTranslations("audit.chain"), getFormatter()]);
  if (state === "empty" || !upTo) return t("empty");
  const { position, fingerprint } = upTo;
  const place = { position, moment: format.dateTime(upTo.at, "moment", { timeZone }) };
  if (state === "unfinished") return t("unfinished", place);
  return `${t("unbroken", { ...place, checked, fingerprint })} ${t("waiting", { count: waiting })}`.trim();
}
