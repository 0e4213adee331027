import { z } from "zod";
import { readDoi } from "./publication.ts";
import { count, id, orNull, text } from "./schema-fields.ts";
import { videoUrlSchema } from "./video.ts";

const ofDoctor = { clinicId: id, doctorId: id };

export const doctorOfSchema = z.object(ofDoctor);

export const saveProfileSchema = z.object({
  ...ofDoctor,
  title: orNull(text(80)),
  specialty: orNull(text(120)),
  bio: orNull(text(3000)),
  videoUrl: videoUrlSchema,
});

export const savePublicationSchema = z.object({
  ...ofDoctor,
  /** Null: a new one. */
  id: orNull(id),
  title: text(300),
  venue: orNull(text(200)),
  year: orNull(count(1900, 2100)),
  doi: orNull(
    text(260).transform((typed, context) => {
      const bare = readDoi(typed);
      if (bare === null) context.addIssue({ code: "custom", message: "doi" });
      return bare;
    }),
  ),
});

export const removePublicationSchema = z.object({ ...ofDoctor, id });
