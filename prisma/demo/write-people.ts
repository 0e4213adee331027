import type { ClientBase } from "pg";
import { demoPassword } from "#lib/accounts/demo.ts";
import { hashPassword } from "#lib/auth/password-hash.ts";
import { type EpochMs, minutes } from "#lib/time.ts";
import { demoDoctors } from "./doctors.ts";
import { insertRows, instant } from "./insert-rows.ts";
import { demoPatient, demoPatients, demoTeam } from "./people.ts";
import type { Random } from "./random.ts";

/** Users' ids by e-mail address. */
export type WrittenPeople = ReadonlyMap<string, string>;

interface Given {
  now: EpochMs;
  random: Random;
  clinicId: string;
}

interface Account {
  role: "admin" | "staff" | "doctor" | "patient";
  name: string;
  email: string;
  phone: string | null;
  /** Patients other than the demo's own are there to be seen, not to sign in as. */
  canSignIn: boolean;
}

/** Everybody's account with its role in the clinic; e-mail addresses verified. */
export async function writePeople(client: ClientBase, { now, random, clinicId }: Given): Promise<WrittenPeople> {
  const accounts: Account[] = [
    ...demoTeam.map((person) => ({ ...person, canSignIn: true })),
    ...demoDoctors.map(({ name, email }) => ({ role: "doctor" as const, name, email, phone: null, canSignIn: true })),
    ...demoPatients.map((person) => ({ ...person, role: "patient" as const, canSignIn: person === demoPatient })),
  ];
  const users = await Promise.all(
    accounts.map(async ({ name, email, phone, role, canSignIn }) => {
      const joined = now - minutes(random.between(role === "patient" ? 30 : 300, 360) * 1_440 - random.between(0, 600));
      return {
        id: random.uuid(joined),
        email,
        name,
        phone,
        password_hash: canSignIn ? await hashPassword(demoPassword) : null,
        email_verified_at: instant(joined + minutes(random.between(1, 50))),
        locale: "en",
        session_epoch: 0,
        created_at: instant(joined),
        updated_at: instant(joined),
      };
    }),
  );
  await insertRows(client, "app_user", users);
  const memberships = users.map(({ id, created_at }, index) => ({
    id: random.uuid(Date.parse(created_at)),
    user_id: id,
    clinic_id: clinicId,
    role: accounts[index]?.role,
    created_at,
  }));
  await insertRows(client, "membership", memberships);
  return new Map(users.map(({ email, id }) => [email, id]));
}
