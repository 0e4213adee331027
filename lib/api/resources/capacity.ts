import { z } from "zod";
import { dateField, instantAnswer } from "../fields.ts";

const places = z.int().min(0);

/** A `DayCapacity` as the API describes it. */
export const capacity = z
  .strictObject({
    clinic: z.uuid(),
    date: dateField,
    timeZone: z.string().meta({ examples: ["Europe/London"] }),
    version: z.string().meta({ description: "Differs whenever something about the day did", examples: ["3-17"] }),
    capacity: places.nullable().meta({ description: "Of the day; null where only the slots limit" }),
    booked: places.meta({ description: "Appointments that take a place, each counted once" }),
    remaining: places.nullable(),
    slots: z.array(
      z.strictObject({
        id: z.uuid(),
        startsAt: instantAnswer,
        endsAt: instantAnswer,
        capacity: places,
        booked: places,
        remaining: places,
        isOpen: z.boolean(),
      }),
    ),
  })
  .meta({ id: "Capacity" });
