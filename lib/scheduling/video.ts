import { z } from "zod";
import type { AppointmentStatus } from "./lifecycle.ts";
import { orNull } from "./schema-fields.ts";

/** An address that a browser opens as it is: https alone, so that nobody is led to a script or a plain-text page. */
export const videoUrlSchema = orNull(
  z
    .string()
    .trim()
    .max(500, "too_long")
    .refine((text) => URL.canParse(text) && new URL(text).protocol === "https:", "https"),
);

const revealed: ReadonlySet<AppointmentStatus> = new Set(["confirmed", "checked_in", "in_progress", "on_hold"]);

export interface VideoPlace {
  status: AppointmentStatus;
  mode: "in_person" | "phone" | "video";
  /** Of this appointment alone. */
  own: string | null;
  /** Where its doctor usually meets people. */
  usual: string | null;
}

/** Where the two meet: nowhere by video until somebody has confirmed that they do, and no more once it is over. */
export function videoPlace({ status, mode, own, usual }: VideoPlace): string | null {
  if (!revealed.has(status)) return null;
  return own ?? (mode === "video" ? usual : null);
}
