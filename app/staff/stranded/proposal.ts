import type { Alternative } from "#lib/scheduling/refusal.ts";

/** A proposed time as the value of the button that offers it. */
export function proposalValue({ startsAt, doctorId }: Alternative): string {
  return `${startsAt} ${doctorId}`;
}

/** What a pressed button proposes; what it does not say, the command asks for. */
export function readProposal(value: unknown): { startsAt: string; doctorId: string } {
  const [startsAt = "", doctorId = ""] = String(value ?? "").split(" ");
  return { startsAt, doctorId };
}
