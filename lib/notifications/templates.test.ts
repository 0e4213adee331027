import { createTranslator } from "next-intl";
import { expect, test } from "vitest";
import messages from "#messages/en.json" with { type: "json" };
import { examples, token } from "./mail-examples.ts";
import { type MessageKind, messageKinds, planChanges } from "./message-kinds.ts";
import { renderMail } from "./server/render-mail.ts";

const site = "https://booking.example.org";
const texts = {
  t: createTranslator({ locale: "en-GB", messages, namespace: "mail" }),
  reason: createTranslator({ locale: "en-GB", messages, namespace: "plan.reason" }),
  locale: "en-GB",
};
const mailOf = (kind: MessageKind, payload: unknown = examples[kind]) => renderMail({ kind, payload }, texts, site);
const previewOf = (html: string) => /<div[^>]*display:none[^>]*>(?:<!-- -->)?([^<]*)/.exec(html)?.[1] ?? "";
const ofTime = /^(appointment|doctor|waitlist|replacement|reminder|plan_c)/;
const { appointment_confirmed: appointment, plan_created: plan } = examples;

test.each(messageKinds)(
  "%s has a subject, a preview, both parts and absolute links on this site only",
  async (kind) => {
    const { subject, html, text, link } = await mailOf(kind);
    expect(subject.length).toBeGreaterThan(5);
    expect(previewOf(html).length).toBeGreaterThan(5);
    expect(link).toMatch(/^https:\/\/booking\.example\.org\//);
    expect(text).toContain(link);
    const urls = [...html.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, url = ""]) => url.replaceAll("&amp;", "&"));
    expect(urls).toContain(link);
    for (const url of urls) {
      expect(url.startsWith(`${site}/`)).toBe(true);
      expect(text).toContain(url);
    }
  },
);

test.each(messageKinds)("%s lets nothing of a name become markup", async (kind) => {
  const { html } = await mailOf(kind);
  expect(html).not.toContain("<b>");
  expect(html).toContain("&lt;b&gt;");
});

test.each(messageKinds)("%s holds nothing that would run or be fetched", async (kind) => {
  const { html } = await mailOf(kind);
  expect(html).not.toMatch(/<(script|iframe|object|embed|form|link|base|img)\b|\son\w+\s*=|javascript:|url\(/i);
});

test.each(messageKinds)("%s: subject and preview tell nothing of a person or a treatment", async (kind) => {
  const { subject, html } = await mailOf(kind);
  for (const shown of [subject, previewOf(html)]) expect(shown).not.toMatch(/Priya|Blood|Physio|Okafor|SUB-/);
});

test.each(messageKinds.filter((kind) => ofTime.test(kind)))("%s: the subject carries clinic and time", async (kind) => {
  const { subject, html } = await mailOf(kind);
  expect(subject).toContain("Northgate & Sons");
  expect(previewOf(html)).toContain("Northgate &amp; Sons");
  expect(subject).toContain("10:30");
});

test("times are the clinic's, with the zone named", async () => {
  const { text } = await mailOf("appointment_confirmed");
  expect(text).toContain("Tuesday, 14 July 2026");
  expect(text).toContain("10:30 (British Summer Time)");
});

test("requested and confirmed differ in words, colour and shape", async () => {
  const [requested, confirmed] = [await mailOf("appointment_requested"), await mailOf("appointment_confirmed")];
  expect(requested.text).toContain("REQUESTED, NOT YET CONFIRMED");
  expect(confirmed.text).toMatch(/^CONFIRMED/);
  expect(requested.html).toContain("#faf1df");
  expect(confirmed.html).not.toContain("#faf1df");
});

test("a move tells both times, and whether the new one still has to be confirmed", async () => {
  const moved = { ...appointment, previousStartsAt: Date.UTC(2026, 6, 13, 8), status: "confirmed" };
  const confirmed = await mailOf("appointment_moved", moved);
  const requested = await mailOf("appointment_moved", { ...moved, status: "pending" });
  expect(confirmed.text).toContain("Before: Mon 13 Jul, 09:00");
  expect(confirmed.text).toMatch(/^MOVED, CONFIRMED/);
  expect(requested.subject).toMatch(/^Requested, not yet confirmed/);
  expect(requested.html).toContain("#faf1df");
  expect((await mailOf("doctor_moved", moved)).text).toContain("With: Dr Amara Okafor");
});

test("a reason is told where there is one", async () => {
  const { text } = await mailOf("appointment_declined", { ...appointment, reason: "Dr Okafor is away" });
  expect(text).toContain("Reason: Dr Okafor is away");
  expect((await mailOf("appointment_declined")).text).not.toContain("Reason");
});

test("without its token a mail has no button and says so", async () => {
  const { link, text, html } = await mailOf("reset_password", { name: "Priya" });
  expect(link).toBeNull();
  expect(text).toContain("The link that stood here");
  expect(html).not.toContain("href=");
});

test("a payload of another shape is a fault, not a strange mail", async () => {
  await expect(mailOf("appointment_confirmed", { name: "Priya" })).rejects.toThrow();
});

test("an offer says until when the place is kept, on the clinic's clock", async () => {
  const { text, link } = await mailOf("waitlist_offer", { ...appointment, expiresAt: Date.UTC(2026, 6, 13, 15, 45) });
  expect(text).toMatch(/Kept until.*Mon,? 13 Jul.*16:45/s);
  expect(link).toBe(`${site}/patient/waiting`);
});

test("a patient sees, moves and cancels by the mail's links; with an account there are the own pages besides", async () => {
  const opened = `${site}/open/appointment?token=${token}`;
  const account = await mailOf("appointment_confirmed");
  expect(account.link).toBe(opened);
  for (const way of [`${opened}&to=move`, `${opened}&to=cancel`, `${site}/patient`])
    expect(account.text).toContain(way);
  const guest = await mailOf("appointment_confirmed", { ...appointment, isGuest: true });
  expect(guest.text).toContain(`${opened}&to=cancel`);
  expect(guest.text).not.toContain(`${site}/patient`);
  expect((await mailOf("appointment_cancelled")).text).not.toContain("to=cancel");
});

test("once its link is gone, an account's mail leads to the own pages and a guest's says so", async () => {
  const { token: _, ...bare } = appointment;
  expect((await mailOf("appointment_confirmed", bare)).link).toBe(`${site}/patient`);
  const { link, text } = await mailOf("appointment_confirmed", { ...bare, isGuest: true });
  expect(link).toBeNull();
  expect(text).toContain("The link that stood here");
  expect((await mailOf("appointment_declined", { ...bare, isGuest: true })).link).toBe(`${site}/book`);
});

test("a doctor answers a request by the mail's link, or on the own pages", async () => {
  const { token: _, ...bare } = appointment;
  const { link, text } = await mailOf("doctor_new_request");
  expect(link).toBe(`${site}/open/request?token=${token}`);
  expect(text).toContain(`${site}/doctor`);
  expect((await mailOf("doctor_new_request", bare)).link).toBe(`${site}/doctor`);
  expect((await mailOf("doctor_moved", { ...appointment, status: "pending" })).link).toContain("/open/request?");
});

test("a reminder lists the day in order, each appointment with its own links", async () => {
  const { subject, text, link } = await mailOf("reminder");
  expect(subject).toBe("Your appointment: Tue 14 Jul, 10:30, Northgate & Sons");
  expect(link).toBe(`${site}/open/appointment?token=${token}`);
  expect(text).toContain(`No more reminders from Northgate & Sons:\n${site}/open/unsubscribe?token=${token}`);

  const { unsubscribe: _, ...reminder } = examples.reminder;
  const second = {
    ...reminder.appointments[0],
    startsAt: Date.UTC(2026, 6, 14, 8),
    status: "pending",
    token: "u".repeat(43),
  };
  const several = await mailOf("reminder", { ...reminder, appointments: [...reminder.appointments, second] });
  expect(several.subject).toBe("Your 2 appointments: Tue 14 Jul, Northgate & Sons");
  expect(several.text).toMatch(/09:00: Blood.*Requested, not yet confirmed.*token=u+&to=cancel.*10:30: Blood/s);
  expect(several.text).not.toContain("unsubscribe");
});

test("the day sheet counts and names by doctor, and says who is not confirmed yet", async () => {
  const { subject, text, link } = await mailOf("daily_sheet");
  expect(subject).toBe("2 appointments: Tue 14 Jul, Northgate & Sons");
  expect(text).toMatch(/Dr Amara Okafor: 2 appointments, 10:30 to 11:00\n.*10:30: Priya <b>Patel<\/b>, Blood test/);
  expect(text).toMatch(/11:00: .*\n\s+Requested, not yet confirmed/);
  expect(link).toBe(`${site}/staff/2026-07-14`);
  const empty = await mailOf("daily_sheet", { ...examples.daily_sheet, doctors: [] });
  expect(empty.subject).toMatch(/^Nobody booked: /);
});

test("a new plan tells everything that was agreed, and why visits moved", async () => {
  const { text, link } = await mailOf("plan_created");
  expect(text).toMatch(/^CONFIRMED/);
  for (const said of [
    "Number: SUB-20260714-ABC123",
    "How often: Every month, for 3 months",
    "Visits: 3",
    "Each visit: €45.00",
    "In all: €135.00",
    "until 24 hours before it",
    "July 2026\n  Tue 14, 10:30: Visit 1, Dr Amara Okafor",
    "Closed that day: Summer fête <b>.",
    "Without a time yet\n  Visit 3: That day is full: 40/40 places are taken.",
    "One visit has no time yet",
  ]) {
    expect(text).toContain(said);
  }
  expect(link).toBe(`${site}/open/plan?token=${token}`);
  expect((await mailOf("plan_created", { ...plan, token: undefined, isGuest: false })).link).toBe(
    `${site}/patient/plans`,
  );
  expect((await mailOf("plan_changed", { ...examples.plan_changed, token: null })).link).toBe(`${site}/plans/link`);
  const requested = await mailOf("plan_created", { ...plan, requiresConfirmation: true });
  expect(requested.text).toMatch(/^REQUESTED, NOT YET CONFIRMED/);
});

test.each(planChanges)("a plan that is %s says so, to patient and doctor", async (change) => {
  const { subject, text } = await mailOf("plan_changed", { ...examples.plan_changed, change });
  expect(subject).not.toMatch(/[{}]/);
  expect(text).toContain("Visit 1");
  expect(text.includes("until 24 hours")).toBe(!["paused", "cancelled", "skipped"].includes(change));
  const doctors = await mailOf("doctor_plan_changed", { ...examples.doctor_plan_changed, change });
  expect(doctors.text).toContain("Patient: Priya");
  expect(doctors.link).toBe(`${site}/doctor`);
});
