import { expect, test } from "vitest";
import { actorLabel, clinicsWithRole, hasRole, strongestRole } from "./actor.ts";
import { homePath } from "./home-path.ts";
import { mintActor } from "./mint.ts";
import { systemActor } from "./system-actor.ts";

const [north, south] = ["north", "south"];
const person = (...memberships: [string, "doctor" | "staff" | "admin"][]) =>
  mintActor({
    userId: "u",
    name: "Ada",
    doctorId: null,
    memberships: memberships.map(([clinicId, role]) => ({ clinicId, role })),
  });

test.each([
  [person(), north, { patient: true, doctor: false, staff: false, admin: false }],
  [person([north, "doctor"]), north, { patient: true, doctor: true, staff: false, admin: false }],
  [person([north, "staff"]), north, { patient: true, doctor: false, staff: true, admin: false }],
  [person([north, "admin"]), north, { patient: true, doctor: false, staff: true, admin: true }],
  [person([north, "admin"]), south, { patient: true, doctor: false, staff: false, admin: false }],
  [systemActor("seed"), north, { patient: false, doctor: false, staff: true, admin: true }],
] as const)("roles of case %# at a clinic", (actor, clinicId, expected) => {
  for (const role of ["patient", "doctor", "staff", "admin"] as const) {
    expect(hasRole(actor, clinicId, role)).toBe(expected[role]);
  }
});

test("clinics by role count admins as staff, each once", () => {
  const actor = person([north, "staff"], [north, "admin"], [south, "doctor"]);
  expect(clinicsWithRole(actor, "staff")).toEqual([north]);
  expect(clinicsWithRole(actor, "admin")).toEqual([north]);
  expect(clinicsWithRole(actor, "doctor")).toEqual([south]);
});

test("the audit log names the strongest role at the clinic concerned", () => {
  const actor = person([north, "doctor"], [south, "admin"]);
  expect(actorLabel(actor, north)).toEqual({ actorId: "u", actorRole: "doctor" });
  expect(actorLabel(actor, "elsewhere")).toEqual({ actorId: "u", actorRole: "patient" });
  expect(actorLabel(systemActor("demo seed"))).toEqual({ actorId: null, actorRole: "system: demo seed" });
  expect(strongestRole(actor)).toBe("admin");
});

test.each([
  [person(), "/patient"],
  [person([north, "doctor"]), "/doctor"],
  [person([north, "doctor"], [north, "staff"]), "/staff"],
  [person([north, "staff"], [south, "admin"]), "/admin"],
])("case %# lands on %s", (actor, path) => expect(homePath(actor)).toBe(path));

test("an actor cannot be changed", () => {
  const actor = person([north, "staff"]);
  expect(Object.isFrozen(actor)).toBe(true);
  expect(Object.isFrozen(actor.memberships)).toBe(true);
  expect(Object.isFrozen(actor.memberships[0])).toBe(true);
});
