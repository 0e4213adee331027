import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { savePublicationSchema } from "../../profile-schema.ts";
import { refusal } from "../../refusal.ts";
import type { PublicationView } from "../../view.ts";
import { parseInput } from "../parse-input.ts";
import { changeProfile } from "./change-profile.ts";

const mostPublications = 200;

/** Adds a publication to a doctor's page, or writes one of it anew. For that doctor, and for admins. */
export async function savePublication(actor: Actor, input: unknown): Promise<Result<PublicationView>> {
  const parsed = parseInput(savePublicationSchema, input);
  if (!parsed.ok) return parsed;
  const { clinicId, doctorId, id, ...publication } = parsed.value;
  return changeProfile(actor, {
    clinicId,
    doctorId,
    action: id ? "publication.changed" : "publication.added",
    detail: { ...publication },
    async write(tx) {
      const others = await tx.publication.findMany({
        where: { doctorId },
        select: { id: true, title: true, doi: true },
      });
      const known = others.find((one) => one.id === id);
      if (id && !known) return refuse(refusal("NOT_FOUND"));
      const { doi, title } = publication;
      const isSame = (one: (typeof others)[number]) => one.id !== id && (doi ? one.doi === doi : one.title === title);
      if (others.some(isSame)) return invalid(doi ? "doi" : "title", "duplicate");
      if (!id && others.length >= mostPublications) return invalid("title", "too_many_publications");
      const data = { ...publication, doctorId };
      const row = id ? await tx.publication.update({ where: { id }, data }) : await tx.publication.create({ data });
      return ok({ id: row.id, ...publication });
    },
  });
}

function invalid(path: string, message: string): Result<never> {
  return refuse({ ...refusal("VALIDATION"), errors: [{ path, message }] });
}
