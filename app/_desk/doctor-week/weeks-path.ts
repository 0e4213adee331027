import { safeReturnPath } from "#lib/auth/return-path.ts";

/** The page with a doctor's weeks from which a form was posted: the doctor's own, or the administrator's. */
export function weeksPath(form: FormData): string {
  return safeReturnPath(form.get("back"))?.split(/[?#]/)[0] ?? "/doctor/hours";
}
