import { createHash } from "node:crypto";
import { getFormatter, getTranslations } from "next-intl/server";
import { faultCode, type Problem, problemOf } from "#lib/api/problem.ts";
import type { Endpoint } from "#lib/api/server/call.ts";
import { env } from "#lib/env.ts";
import { refusalFieldErrors, refusalWords } from "#lib/i18n/refusal-words.ts";
import { answerTo } from "#lib/refusals/server/answering.ts";
import type { Refusal } from "#lib/scheduling/refusal.ts";
import { homeClinic } from "#lib/scheduling/server/clinic/clinics.ts";
import type { ClinicView } from "#lib/scheduling/view.ts";

interface Exchange {
  place: ClinicView | null;
  headers: Headers;
}

interface Encoding {
  body: Buffer<ArrayBuffer>;
  tag: string;
}

const encodings = new WeakMap<object, Encoding>();

/** Once for an answer, of how many requests it may be. */
function encoded(value: object): Encoding {
  let encoding = encodings.get(value);
  if (!encoding) {
    const body = Buffer.from(JSON.stringify(value));
    encoding = { body, tag: `W/"${createHash("sha1").update(body).digest("base64url")}"` };
    encodings.set(value, encoding);
  }
  return encoding;
}

/** What is asked for again and again is sent again only where it has changed. */
export function answerJson({ status, method }: Endpoint, value: unknown, headers: Headers, request: Request): Response {
  if (status === 204) return new Response(null, { status, headers });
  headers.set("Content-Type", "application/json; charset=utf-8");
  if (method !== "GET") return new Response(JSON.stringify(value), { status, headers });
  const { body, tag } = encoded(value as object);
  headers.set("ETag", tag);
  headers.set("Cache-Control", "private, no-cache");
  headers.set("Vary", "Authorization, Cookie");
  const known = request.headers.get("if-none-match")?.split(/\s*,\s*/) ?? [];
  if (known.includes(tag) || known.includes("*")) return new Response(null, { status: 304, headers });
  return new Response(body, { status, headers });
}

export async function answerProblem(
  refused: Refusal,
  { place, headers }: Exchange,
  request: Request,
): Promise<Response> {
  const [t, format] = await Promise.all([getTranslations("refusal"), getFormatter()]);
  const clinic = place ?? (await homeClinic());
  const timeZone = clinic?.timeZone ?? "UTC";
  const { title, message } = refusalWords(refused, t, format, { timeZone, phone: clinic?.phone ?? null });
  const words = { title, detail: message, fields: refusalFieldErrors(refused, t) };
  return problemResponse(problemOf(refused, words, timeZone, docsUrl()), refused, headers, request);
}

/** @param verbs that the address answers; none where there is no such address */
export async function answerNoCall(verbs: readonly string[], request: Request): Promise<Response> {
  const headers = new Headers(verbs.length > 0 ? { Allow: verbs.join(", ") } : {});
  if (request.method === "OPTIONS" && verbs.length > 0) return new Response(null, { status: 204, headers });
  const t = await getTranslations("api.noCall");
  const problem: Problem = {
    type: `${docsUrl()}#not-found`,
    title: t("title"),
    status: verbs.length > 0 ? 405 : 404,
    code: "NOT_FOUND",
    detail: t("detail", { known: verbs.length > 0 ? "yes" : "no", verbs: verbs.join(", "), docs: docsUrl() }),
  };
  return problemResponse(problem, null, headers, request);
}

/** What has no answer is told nobody, and noted for whoever runs the house. */
export async function answerFault(error: unknown, exchange: Exchange, request: Request): Promise<Response> {
  const refused = answerTo(error, {});
  if (refused) return answerProblem(refused, exchange, request);
  console.error(`${request.method} ${new URL(request.url).pathname} failed.`, error);
  const t = await getTranslations("api.fault");
  const problem: Problem = {
    type: `${docsUrl()}#fault`,
    title: t("title"),
    status: 500,
    code: faultCode,
    detail: t("detail"),
  };
  return problemResponse(problem, null, exchange.headers, request);
}

function problemResponse(problem: Problem, refused: Refusal | null, headers: Headers, request: Request): Response {
  headers.set("Content-Type", "application/problem+json; charset=utf-8");
  headers.set("Cache-Control", "no-store");
  const wait = refused?.detail.retryAfterSeconds ?? (problem.status === 503 ? 2 : null);
  if (wait !== null) headers.set("Retry-After", String(wait));
  if (problem.status === 401) {
    const wasSent = request.headers.has("authorization");
    headers.set("WWW-Authenticate", `Bearer realm="Slotwell"${wasSent ? ', error="invalid_token"' : ""}`);
  }
  return new Response(JSON.stringify(problem), { status: problem.status, headers });
}

function docsUrl(): string {
  return `${env().siteUrl}/api/docs`;
}
