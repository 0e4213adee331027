import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "#components/ui/page-header.tsx";
import { env } from "#lib/env.ts";
import { findReminderPlan } from "#lib/notifications/server/reminder-plan.ts";
import { adminClinic } from "../_shell/admin-clinic.ts";
import { ReminderForm } from "./reminder-form.tsx";
import { SettingsForm } from "./settings-form.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings");
  return { title: t("title") };
}

export default async function SettingsPage() {
  const [{ actor, clinic }, t] = await Promise.all([adminClinic(), getTranslations("settings")]);
  const plan = await findReminderPlan(actor, { clinicId: clinic.id });
  return (
    <>
      <PageHeader size="workspace" title={t("title")} lead={t("lead")} />
      <SettingsForm clinic={clinic} />
      {plan.ok && <ReminderForm plan={plan.value} sendsTexts={env().sms !== undefined} />}
    </>
  );
}
