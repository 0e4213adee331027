import { createTranslator } from "next-intl";
import { expect, test } from "vitest";
import messages from "#messages/en.json" with { type: "json" };
import { type MessageKind, messageKinds } from "./message-kinds.ts";
import { renderMail } from "./templates.ts";

const site = "https://booking.example.org";
const texts = { t: createTranslator({ locale: "en-GB", messages, namespace: "mail" }), locale: "en-GB" };
const token = "t".repeat(43);
const appointment = {
  name: "Priya <b>Patel</b>",
  clinicName: "Northgate & Sons",
  timeZone: "Europe/London",
  serviceName: "Blood test",
  doctorName: "Dr Amara Okafor",
  patientName: "Priya <b>Patel</b>",
  startsAt: Date.UTC(2026, 6, 14, 9, 30),
  reason: null,
};
const payloadOf = (kind: MessageKind) =>
  /^(appointment|doctor|waitlist|replacement)_/.test(kind) ? appointment : { name: "Priya", token };
const mailOf = (kind: MessageKind, payload: unknown = payloadOf(kind)) => renderMail({ kind, payload }, texts, site);

test.each(messageKinds)("%s has a subject, both parts and absolute links on this site only", (kind) => {
  const { subject, html, text, link } = mailOf(kind);
  expect(subject.length).toBeGreaterThan(5);
  expect(link).toMatch(/^https:\/\/booking\.example\.org\//);
  expect(text).toContain(link);
  for (const [, url] of html.matchAll(/(?:href|src)="([^"]*)"/g)) expect(url).toBe(link);
});

test.each(messageKinds)("%s lets nothing of a name become markup", (kind) => {
  expect(mailOf(kind).html).not.toContain("<b>");
});

test.each(messageKinds)("%s holds nothing that would run", (kind) => {
  expect(mailOf(kind).html).not.toMatch(/<(script|iframe|object|embed|form|link|base)\b|\son\w+\s*=|javascript:/i);
});

test.each(messageKinds.filter((kind) => /^(appointment|doctor|waitlist|replacement)_/.test(kind)))(
  "%s: the subject carries clinic and time, and nothing about the person or the treatment",
  (kind) => {
    const { subject } = mailOf(kind);
    expect(subject).toContain("Northgate & Sons");
    expect(subject).toContain("10:30");
    expect(subject).not.toMatch(/Priya|Blood|Okafor/);
  },
);

test("times are the clinic's, with the zone named", () => {
  const { text } = mailOf("appointment_confirmed");
  expect(text).toContain("Tuesday, 14 July 2026");
  expect(text).toContain("10:30 (British Summer Time)");
});

test("requested and confirmed differ in words, colour and shape", () => {
  const [requested, confirmed] = [mailOf("appointment_requested"), mailOf("appointment_confirmed")];
  expect(requested.text).toContain("REQUESTED, NOT YET CONFIRMED");
  expect(confirmed.text).toMatch(/^CONFIRMED/);
  expect(requested.html).toContain("#faf1df");
  expect(confirmed.html).not.toContain("#faf1df");
});

test("a move tells both times, and whether the new one still has to be confirmed", () => {
  const moved = { ...appointment, previousStartsAt: Date.UTC(2026, 6, 13, 8), status: "confirmed" };
  const [confirmed, requested] = [moved, { ...moved, status: "pending" }].map((one) =>
    mailOf("appointment_moved", one),
  );
  expect(confirmed?.text).toContain("Before: Mon 13 Jul, 09:00");
  expect(confirmed?.text).toMatch(/^MOVED, CONFIRMED/);
  expect(requested?.subject).toMatch(/^Requested, not yet confirmed/);
  expect(requested?.html).toContain("#faf1df");
  expect(mailOf("doctor_moved", moved).text).toContain("With: Dr Amara Okafor");
});

test("a reason is told where there is one", () => {
  const { text } = mailOf("appointment_declined", { ...appointment, reason: "Dr Okafor is away" });
  expect(text).toContain("Reason: Dr Okafor is away");
  expect(mailOf("appointment_declined").text).not.toContain("Reason");
});

test("without its token a mail has no button and says so", () => {
  const { link, text, html } = mailOf("reset_password", { name: "Priya" });
  expect(link).toBeNull();
  expect(text).toContain("The link that stood here");
  expect(html).not.toContain("href=");
});

test("a payload of another shape is a fault, not a strange mail", () => {
  expect(() => mailOf("appointment_confirmed", { name: "Priya" })).toThrow();
});

test("an offer says until when the place is kept, on the clinic's clock", () => {
  const { text, link } = mailOf("waitlist_offer", { ...appointment, expiresAt: Date.UTC(2026, 6, 13, 15, 45) });
  expect(text).toMatch(/Kept until.*Mon,? 13 Jul.*16:45/s);
  expect(link).toBe("https://booking.example.org/patient/waiting");
});

test("a guest's mail leads to the appointment by its link, and to no page that asks to sign in", () => {
  const guest = { ...appointment, isGuest: true };
  expect(mailOf("appointment_confirmed", { ...guest, token }).link).toBe(`${site}/open/appointment?token=${token}`);
  expect(mailOf("appointment_declined", { ...guest, token }).link).toBe(`${site}/book`);
  const { link, text } = mailOf("appointment_confirmed", guest);
  expect(link).toBeNull();
  expect(text).toContain("The link that stood here");
});
