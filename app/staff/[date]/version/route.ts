import { clinicsWithRole } from "#lib/auth/actor.ts";
import { currentActor } from "#lib/auth/session.ts";
import { dayBoardVersion } from "#lib/scheduling/server/appointments/day-board.ts";

const headers = { "cache-control": "no-store" };

/** Which state of a day's board is the newest; asked every few seconds by every open board. */
export async function GET(_request: Request, { params }: { params: Promise<{ date: string }> }): Promise<Response> {
  const [{ date }, actor] = await Promise.all([params, currentActor()]);
  if (!actor) return Response.json({ code: "UNAUTHENTICATED" }, { status: 401, headers });
  const [clinicId] = clinicsWithRole(actor, "staff");
  if (!clinicId) return Response.json({ code: "FORBIDDEN" }, { status: 403, headers });
  const version = await dayBoardVersion(actor, { clinicId, localDate: date });
  if (!version.ok) return Response.json({ code: "NOT_FOUND" }, { status: 404, headers });
  return Response.json({ version: version.value }, { headers });
}
