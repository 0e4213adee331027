import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { homeClinic } from "#lib/scheduling/server/clinic/clinics.ts";

/** Titles end in the practice's name: that is what patients look for among their tabs. */
export async function siteMetadata(): Promise<Metadata> {
  const [clinic, t] = await Promise.all([homeClinic(), getTranslations("shell")]);
  const name = clinic?.name ?? t("productName");
  return { title: { default: name, template: `%s · ${name}` } };
}
