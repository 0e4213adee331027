import { randomBytes } from "node:crypto";
import type pg from "pg";
import { hashPassword } from "#lib/auth/password-hash.ts";
import { encodeSession, sessionCookie } from "#lib/auth/session-cookie.ts";

/** Somebody with an account, and the cookie that signs them in. */
export interface Person {
  id: string;
  name: string;
  email: string;
  cookie: { name: string; value: string };
}

export type DemoRole = "patient" | "doctor" | "staff" | "admin";

interface UserRow {
  id: string;
  name: string;
  email: string;
  session_epoch: number;
}

/** An account of the demo clinic, by the part of its address before the @. */
export async function demoPerson(database: pg.Pool, account: DemoRole | (string & {})): Promise<Person> {
  const email = `${account}@demo.slotwell.test`;
  const { rows } = await database.query<UserRow>(
    "SELECT id, name, email::text, session_epoch FROM app_user WHERE email = $1",
    [email],
  );
  if (!rows[0]) throw new Error(`Nobody has the address ${email}`);
  return personIn(rows[0]);
}

/** New patients with confirmed addresses and names of their own. */
export async function newPatients(database: pg.Pool, count: number, name = "Patient"): Promise<Person[]> {
  const { rows } = await database.query<UserRow>(
    `INSERT INTO app_user (email, name, email_verified_at)
     SELECT $1 || '-' || n || '@example.test', $2 || ' ' || $1 || '-' || n, now() FROM generate_series(1, $3::int) AS n
     RETURNING id, name, email::text, session_epoch`,
    [randomBytes(4).toString("hex"), name, count],
  );
  return Promise.all(rows.map(personIn));
}

export async function newPatient(database: pg.Pool, name?: string): Promise<Person> {
  const [patient] = await newPatients(database, 1, name);
  if (!patient) throw new Error("The database made no account.");
  return patient;
}

/** Hashing is slow on purpose, and nobody here minds who shares a hash. */
const hashes = new Map<string, Promise<string>>();

/** Gives somebody a password, for signing in through the form. */
export async function setPassword(database: pg.Pool, { id }: Person, password: string): Promise<void> {
  const hash = hashes.get(password) ?? hashPassword(password);
  hashes.set(password, hash);
  await database.query("UPDATE app_user SET password_hash = $2 WHERE id = $1", [id, await hash]);
}

/** As a Cookie header has it. */
export function cookieHeader({ cookie }: Person): string {
  return `${cookie.name}=${cookie.value}`;
}

async function personIn({ id, name, email, session_epoch: sessionEpoch }: UserRow): Promise<Person> {
  const value = await encodeSession({ userId: id, sessionEpoch });
  return { id, name, email, cookie: { name: sessionCookie().name, value } };
}
