import "server-only";

const admins = /^\/admin\/people\/doctors\/[\w-]+\/profile$/;

/** The page on which a posted form stands: one of two, and nothing else that a form may say. */
export function profilePage(form: FormData): string {
  const path = String(form.get("path") ?? "");
  return admins.test(path) ? path : "/doctor/profile";
}
