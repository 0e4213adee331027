import "server-only";
import { keepShown, once } from "#lib/db/idempotency.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { refusal } from "#lib/scheduling/refusal.ts";
import type { Call, Endpoint } from "./call.ts";

/**
 * Lets an endpoint do its work and tells what came of it; with an Idempotency-Key once, however often it is sent: what
 * was told the first time is told again.
 */
export async function carryOut(endpoint: Endpoint, call: Call<unknown, unknown, unknown>): Promise<Result<unknown>> {
  const { key, actor, params, body } = call;
  const show = async (done: unknown) => (endpoint.show ? endpoint.show(call, done) : done);
  if (key === null || !endpoint.creates || endpoint.creates === "itself") {
    const result = await endpoint.handle(call);
    return result.ok ? ok(result.value instanceof Response ? result.value : await show(result.value)) : result;
  }
  const asker = actor.kind === "person" ? actor.userId : "guest";
  const claim = { actor: asker, route: `${endpoint.method} ${endpoint.path}`, key, body: { params, body } };
  const outcome = await once(claim, () => endpoint.handle(call));
  if (outcome.is === "running") return refuse(refusal("IN_PROGRESS", { retryAfterSeconds: 1 }));
  if (outcome.is === "mismatch") return refuse(refusal("IDEMPOTENCY_MISMATCH"));
  if (outcome.is === "done" && !outcome.result.ok) return outcome.result;
  if (outcome.is === "known" && outcome.answer !== null) return ok(outcome.answer);
  const done = outcome.is === "known" ? outcome.written : outcome.result.ok ? outcome.result.value : null;
  const shown = await show(done);
  if (endpoint.creates === "once") await keepShown(claim, shown);
  return ok(shown);
}
