import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import type { RefusalCode } from "#lib/scheduling/refusal.ts";
import { bookAppointment } from "#lib/scheduling/server/booking/book-appointment.ts";
import { expireHolds } from "#lib/scheduling/server/holds/expire-holds.ts";
import { holdAppointment } from "#lib/scheduling/server/holds/hold-appointment.ts";
import { releaseHold } from "#lib/scheduling/server/holds/release-hold.ts";
import { at } from "../factories.ts";
import { runOut as runOutInDatabase } from "./holding.ts";
import { giveBack, type Holder, isOf, type Model, type ModelAppointment, type ModelService } from "./model.ts";
import { drafted, instantOf, requestOf, statusOf, type Time } from "./model-bookings.ts";
import { actorWith, clockOf, dates, secretOf, services } from "./model-real.ts";
import { expectAnswer, Step } from "./model-step.ts";

const mostHolds = 3;

export interface Holding extends Time {
  by: Holder;
  service: number;
  doctor: number | null;
}

/** Keeps a place. What the browser kept before is given back for it, and so is what has run out. */
export function hold({ by, service: index, doctor, ...time }: Holding): Step {
  const startsAt = instantOf(time);
  const words = `hold ${JSON.stringify({ by, service: index, doctor, at: new Date(startsAt).toISOString() })}`;
  return new Step(words, async (model, real) => {
    const service = services[index] as ModelService;
    const own = model.holdsOf(by);
    const isLeft = (held: ModelAppointment) => held.hasRunOut || (by.browser !== null && held.browser === by.browser);
    const wish = { patient: by.patient, service, startsAt, instead: own.filter(isLeft) };
    const same = own.findLast(
      (held) =>
        !held.hasRunOut &&
        held.service === service &&
        held.startsAt === startsAt &&
        (doctor === null || held.doctor === doctor),
    );
    const isTooMany = own.length - wish.instead.length >= mostHolds;
    const found = same || isTooMany ? null : model.place(wish, doctor);
    const against = found?.against ?? new Set<RefusalCode>(same ? [] : ["RATE_LIMITED"]);
    const request = { ...requestOf(real, wish, doctor), secret: secretOf(real, by) };
    const held = expectAnswer(await holdAppointment(actorWith(real, by), request, clockOf(model)), against);
    if (!held) return;
    if (same) return void expect(held.id).toBe(same.id);
    if (typeof found?.doctor !== "number") return;
    expect(held.doctorId).toBe(real.doctors[found.doctor]?.doctorId);
    const made = { ...drafted(model, wish, found.doctor), id: held.id, browser: by.browser, status: "held" as const };
    for (const left of wish.instead) if (left.status === "held") giveBack(left);
    model.appointments.push(made);
  });
}

export interface Claim {
  which: number;
  /** "own": whoever keeps the place. */
  by: Holder | "own";
  anyDoctor: boolean;
}

/** Books what is held, or was until a moment ago; somebody else's hold helps nobody. */
export function claim({ which, by, anyDoctor }: Claim): Step {
  return new Step(`claim ${JSON.stringify({ which, by, anyDoctor })}`, async (model, real) => {
    const kept = chosen(model, which, ["held", "expired"]);
    if (!kept) return;
    const holder = by === "own" ? { patient: kept.patient, browser: kept.browser } : by;
    const { service, startsAt } = kept;
    const doctor = anyDoctor ? null : kept.doctor;
    const isHeld = kept.status === "held" && !kept.hasRunOut && isOf(holder, kept);
    const wish = { patient: holder.patient, service, startsAt, instead: isHeld ? [kept] : [] };
    const found = isHeld ? { doctor: kept.doctor, against: new Set<RefusalCode>() } : model.place(wish, doctor);
    if (isHeld && startsAt <= model.now) found.against.add("PAST");
    if (isHeld && model.meets(wish)) found.against.add("SAME_PATIENT");
    const taken: RefusalCode[] = ["SLOT_FULL", "DAY_FULL", "DOCTOR_BUSY"];
    const against = [...found.against].map((code) => (taken.includes(code) ? "HOLD_EXPIRED" : code));

    // Somebody new each time: of one guest's address the house knows that they are elsewhere then.
    const email = `${randomUUID()}@example.test`;
    const contact = holder.patient === null ? { contact: { name: "Guest", email } } : {};
    const proof = { id: kept.id, secret: secretOf(real, holder) };
    const request = { ...requestOf(real, wish, doctor), ...contact, hold: proof };
    const result = await bookAppointment(actorWith(real, holder), request, clockOf(model));
    const booked = expectAnswer(result, new Set(against));
    if (!booked || found.doctor === null) return;
    expect(booked.doctorId).toBe(real.doctors[found.doctor]?.doctorId);
    if (isHeld) {
      expect(booked.id).toBe(kept.id);
      Object.assign(kept, { patient: holder.patient, status: statusOf(service), version: kept.version + 1 });
    } else model.appointments.push({ ...drafted(model, wish, found.doctor), id: booked.id });
  });
}

export function release({ which, by }: Pick<Claim, "which" | "by">): Step {
  return new Step(`release ${JSON.stringify({ which, by })}`, async (model, real) => {
    const kept = chosen(model, which, ["held", "expired"]);
    if (!kept) return;
    const holder = by === "own" ? { patient: kept.patient, browser: kept.browser } : by;
    const isOwn = kept.status === "held" && isOf(holder, kept);
    const result = await releaseHold(actorWith(real, holder), { id: kept.id, secret: secretOf(real, holder) });
    expectAnswer(result, new Set(isOwn ? [] : ["NOT_FOUND"]));
    if (result.ok) giveBack(kept);
  });
}

/** Time passes for one hold: it has run out, and nobody has taken it back yet. */
export function runOut(which: number): Step {
  return new Step(`hold ${which} runs out`, async (model) => {
    const kept = chosen(model, which, ["held"]);
    if (!kept) return;
    await runOutInDatabase(kept);
    kept.hasRunOut = true;
  });
}

/** What the clock's job does. */
export function expire(): Step {
  return new Step("expire holds", async (model, real) => {
    const expired = await expireHolds({ clinicId: real.clinicId, around: at("12:00", dates[0]) });
    expect(expired).toBe(model.expire());
  });
}

function chosen(model: Model, which: number, statuses: string[]): ModelAppointment | undefined {
  const some = model.appointments.filter(({ status }) => statuses.includes(status));
  return some[which % Math.max(1, some.length)];
}
