import type { Method } from "#lib/api/endpoint.ts";
import { parseFields } from "#lib/api/parse.ts";
import { type Call, type Endpoint, findClinic, type Surroundings } from "#lib/api/server/call.ts";
import { carryOut } from "#lib/api/server/carry-out.ts";
import { newGuest } from "#lib/auth/guest.ts";
import { type RequestIdentity, requestActor } from "#lib/auth/request-actor.ts";
import { visitorOf } from "#lib/auth/visitor.ts";
import { wantedLanguage } from "#lib/i18n/wanted-language.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { refusal } from "#lib/scheduling/refusal.ts";
import type { ClinicView } from "#lib/scheduling/view.ts";
import { readBody } from "./read-body.ts";
import { answerFault, answerJson, answerNoCall, answerProblem } from "./responses.ts";
import { takeQuotaOf } from "./take-quota.ts";

type Context = { params: Promise<Record<string, string | string[] | undefined>> };
type Handler = (request: Request, context: Context) => Promise<Response>;

/** What a call knows of itself beyond its contract. */
interface Exchange {
  /** Where the refusal is said: in the time zone and with the telephone of the clinic that the call is about. */
  place: ClinicView | null;
  headers: Headers;
}

const methods: readonly Method[] = ["GET", "POST", "PUT", "PATCH", "DELETE"];

/** Answers at one address, by the call of each verb; who comes with another one is told which there are. */
export function serve(...endpoints: Endpoint[]): Record<Method | "OPTIONS", Handler> {
  const own = new Map(endpoints.map((endpoint) => [endpoint.method, keeping(endpoint)]));
  const verbs = [...own.keys(), ...(own.has("GET") ? ["HEAD"] : []), ...(own.size > 0 ? ["OPTIONS"] : [])];
  const other: Handler = async (request) => answerNoCall(verbs, request);
  const handlers = Object.fromEntries(methods.map((method) => [method, own.get(method) ?? other]));
  return { ...(handlers as Record<Method, Handler>), OPTIONS: other };
}

/** As the contract says: who asks, how often, in which form; then it is the endpoint's turn. */
function keeping(endpoint: Endpoint): Handler {
  return async (request, { params }) => {
    const exchange: Exchange = { place: null, headers: new Headers({ "Cache-Control": "no-store" }) };
    try {
      const result = await answer(endpoint, request, await params, exchange);
      if (!result.ok) return await answerProblem(result.refusal, exchange, request);
      if (result.value instanceof Response) return withHeaders(result.value, exchange.headers);
      return answerJson(endpoint, result.value, exchange.headers, request);
    } catch (error) {
      return answerFault(error, exchange, request);
    }
  };
}

async function answer(
  endpoint: Endpoint,
  request: Request,
  params: Record<string, unknown>,
  exchange: Exchange,
): Promise<Result<unknown>> {
  const identity = await requestActor(request);
  if (identity.by === "refused") {
    return refuse(refusal(identity.why === "invalid_token" ? "UNAUTHENTICATED" : "FORBIDDEN"));
  }
  const quota = await takeQuotaOf(endpoint, identity, visitorOf(request.headers));
  for (const [name, value] of quota.headers) exchange.headers.set(name, value);
  if (!quota.allowed) return refuse(refusal("RATE_LIMITED", { retryAfterSeconds: quota.resetSeconds }));
  if (endpoint.audience === "signed in" && identity.by === "nobody") return refuse(refusal("UNAUTHENTICATED"));

  const call = await readCall(endpoint, request, params, identity, exchange);
  return call.ok ? carryOut(endpoint, call.value) : call;
}

async function readCall(
  endpoint: Endpoint,
  request: Request,
  rawParams: Record<string, unknown>,
  identity: Exclude<RequestIdentity, { by: "refused" }>,
  exchange: Exchange,
): Promise<Result<Call<unknown, unknown, unknown>>> {
  const params = endpoint.params ? parseFields(endpoint.params, rawParams) : ok(undefined);
  // An address that cannot be one is like one that leads nowhere.
  if (!params.ok) return refuse(refusal("NOT_FOUND"));
  const sent = new URL(request.url).searchParams;
  const query = endpoint.query ? parseFields(endpoint.query, fieldsOf(sent)) : ok(undefined);
  if (!query.ok) return query;
  const raw = endpoint.body ? await readBody(request) : ok(undefined);
  if (!raw.ok) return raw;
  const body = endpoint.body ? parseFields(endpoint.body, raw.value) : ok(undefined);
  if (!body.ok) return body;
  const key = keyOf(endpoint, request.headers);
  if (!key.ok) return key;
  return ok({
    ...surroundings(request, identity, exchange),
    key: key.value,
    actor: identity.by === "nobody" ? newGuest(wantedLanguage(request.headers.get("accept-language"))) : identity.actor,
    params: params.value,
    query: query.value,
    body: body.value,
    clinic: async (ref) => {
      const found = await findClinic(ref);
      if (found.ok) exchange.place = found.value;
      return found;
    },
  });
}

function surroundings(request: Request, identity: RequestIdentity, exchange: Exchange): Omit<Surroundings, "key"> {
  const cookies = request.headers.get("cookie")?.split(/; */) ?? [];
  return {
    visitor: visitorOf(request.headers),
    tokenId: identity.by === "token" ? identity.tokenId : null,
    cookie: (name) => cookies.findLast((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1),
    setCookie: (cookie) => exchange.headers.append("Set-Cookie", cookie),
    stillThere: async () => {
      const now = await requestActor(request);
      return "actor" in now ? now.actor : null;
    },
    signal: request.signal,
    header: (name) => request.headers.get(name),
  };
}

/** A field that is sent twice is a list, which no field of ours is. */
function fieldsOf(sent: URLSearchParams): Record<string, string | string[]> {
  return Object.fromEntries(
    [...new Set(sent.keys())].map((name) => {
      const values = sent.getAll(name);
      return [name, values.length === 1 ? (values[0] as string) : values];
    }),
  );
}

const printable = /^[\x21-\x7e]{1,200}$/;

function keyOf({ creates }: Endpoint, headers: Headers): Result<string | null> {
  const key = creates ? headers.get("idempotency-key") : null;
  if (key === null || printable.test(key)) return ok(key);
  return refuse({ ...refusal("VALIDATION"), errors: [{ path: "Idempotency-Key", message: "key" }] });
}

function withHeaders(response: Response, headers: Headers): Response {
  const merged = new Headers(response.headers);
  for (const [name, value] of headers) {
    if (name === "set-cookie") merged.append(name, value);
    else if (!merged.has(name)) merged.set(name, value);
  }
  return new Response(response.body, { status: response.status, headers: merged });
}
