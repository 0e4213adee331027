const names = ["name", "email", "phone", "addressLine1", "city", "postcode", "country"] as const;

export type PostedContact = Partial<Record<(typeof names)[number], string>>;

/** Who the plan is for, as typed. A country alone is no address: it stands there before anybody types. */
export function postedContact(form: FormData): PostedContact {
  const typed = names.map((name) => [name, String(form.get(`contact.${name}`) ?? "").trim()] as const);
  const given: PostedContact = Object.fromEntries(typed.filter(([, value]) => value !== ""));
  const { country, ...rest } = given;
  return rest.addressLine1 || rest.city || rest.postcode ? given : rest;
}
