import { createHash, createHmac, pbkdf2Sync, randomBytes } from "node:crypto";
import pg from "pg";
import { applicationRole, applicationUrl } from "#lib/db/application-role.ts";
import { databaseName } from "#lib/db/url.ts";
import { MigrationError } from "./migration-error.ts";

const group = "slotwell_app";

/** Before anything is migrated: may this owner make the roles that are needed, or has somebody made them? */
export async function refuseOwnerWithoutRights(owner: pg.Client, appUrl?: string): Promise<void> {
  const { rows } = await owner.query<{ name: string; creates: boolean; grouped: boolean; grants: boolean }>(
    `SELECT rolname AS name, rolsuper OR rolcreaterole AS creates, g.oid IS NOT NULL AS grouped,
            -- Up to version 15, whoever may create roles may grant any.
            rolsuper OR g.oid IS NULL OR current_setting('server_version_num')::int < 160000
              OR pg_has_role(g.oid, 'MEMBER WITH ADMIN OPTION') AS grants
       FROM pg_roles u LEFT JOIN (SELECT oid FROM pg_roles WHERE rolname = $1) AS g ON true
      WHERE u.rolname = current_user`,
    [group],
  );
  const user = rows[0];
  if (!user || (appUrl ? user.creates || user.grouped : user.creates && user.grants)) return;
  if (user.creates) {
    throw new MigrationError(
      `The role ${group} was made by somebody else. Ask an administrator to run ` +
        `GRANT ${group} TO ${pg.escapeIdentifier(user.name)} WITH ADMIN OPTION; and start again.`,
    );
  }
  throw new MigrationError(
    `The database user "${user.name}" may not create roles. Ask an administrator to run ` +
      `CREATE ROLE ${group} NOLOGIN; CREATE ROLE slotwell_web LOGIN PASSWORD '…' IN ROLE ${group}; ` +
      "and set DATABASE_APP_URL to a URL with that role.",
  );
}

/** Makes the login role the application connects with, or checks the one that DATABASE_APP_URL names. */
export async function ensureApplicationRole(owner: pg.Client, ownerUrl: string, appUrl?: string): Promise<void> {
  const url = appUrl ?? applicationUrl(ownerUrl);
  if (!appUrl && !(await canConnect(url))) await createRole(owner, ownerUrl, url);
  await refuseRoleWithPowers(url);
}

async function createRole(owner: pg.Client, ownerUrl: string, url: string): Promise<void> {
  const role = pg.escapeIdentifier(applicationRole(databaseName(ownerUrl)));
  const verifier = pg.escapeLiteral(scramVerifier(decodeURIComponent(new URL(url).password)));
  const { rowCount } = await owner.query("SELECT FROM pg_roles WHERE rolname = $1", [
    applicationRole(databaseName(ownerUrl)),
  ]);
  const verb = rowCount ? "ALTER" : "CREATE";
  await owner.query(`${verb} ROLE ${role} LOGIN PASSWORD ${verifier}`);
  await owner.query(`GRANT ${group} TO ${role}`);
  await owner.query(`GRANT CONNECT ON DATABASE ${pg.escapeIdentifier(databaseName(ownerUrl))} TO ${role}`);
}

async function canConnect(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on("error", () => {});
  return client
    .connect()
    .then(() => client.query(`SELECT pg_has_role('${group}', 'USAGE') AS member`))
    .then(({ rows }) => Boolean(rows[0]?.member))
    .catch(() => false)
    .finally(() => client.end());
}

/** The guarantees rest on it: the application must not be able to alter tables, drop triggers or rewrite the audit. */
async function refuseRoleWithPowers(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on("error", () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ name: string; powerful: boolean; owns: boolean; member: boolean }>(
      `SELECT rolname AS name, rolsuper OR rolcreaterole OR rolcreatedb OR rolbypassrls OR rolreplication AS powerful,
              EXISTS (SELECT FROM pg_class WHERE pg_has_role(relowner, 'USAGE') AND NOT relisshared
                        AND relnamespace = 'public'::regnamespace) AS owns,
              pg_has_role('${group}', 'USAGE') AS member
         FROM pg_roles WHERE rolname = current_user`,
    );
    const role = rows[0];
    if (role?.powerful || role?.owns) {
      throw new MigrationError(
        `The application's database role "${role.name}" may do more than book: give it no attribute but LOGIN, ` +
          "make it own nothing, and keep it out of the owner's role.",
      );
    }
    if (!role?.member) throw new MigrationError(`Run GRANT ${group} TO "${role?.name}"; and start again.`);
  } catch (error) {
    if (error instanceof MigrationError) throw error;
    throw new MigrationError(`The application's database role cannot connect: ${(error as Error).message}.`);
  } finally {
    await client.end();
  }
}

/** What PostgreSQL stores for a password (RFC 5803), made here so that the password itself never reaches its log. */
function scramVerifier(password: string): string {
  const iterations = 4096;
  const salt = randomBytes(16);
  const salted = pbkdf2Sync(password, salt, iterations, 32, "sha256");
  const hmac = (text: string) => createHmac("sha256", salted).update(text).digest();
  const stored = createHash("sha256").update(hmac("Client Key")).digest("base64");
  return `SCRAM-SHA-256$${iterations}:${salt.toString("base64")}$${stored}:${hmac("Server Key").toString("base64")}`;
}
