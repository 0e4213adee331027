import { createHmac } from "node:crypto";
import { EnvironmentError } from "#lib/env.ts";
import { databaseName } from "./url.ts";

const context = "slotwell application role v1";
const longestIdentifier = 63;

/** The login role the web process uses for a database: one per database, as roles are shared by a whole cluster. */
export function applicationRole(database: string): string {
  const plain = database.toLowerCase().replace(/[^a-z0-9_]/g, "_");
  const name = `slotwell_${plain}`;
  if (plain === database && name.length <= longestIdentifier) return name;
  // Names that had to be bent get a digest, so that two databases never share a role.
  const digest = createHmac("sha256", context).update(database).digest("hex").slice(0, 8);
  return `${name.slice(0, longestIdentifier - 9)}_${digest}`;
}

/**
 * The application role's URL, from the owner's. Its password is derived from the owner's and the database's name,
 * so any number of nodes that share a DATABASE_URL agree without storing a second secret.
 * @throws EnvironmentError when the owner's URL carries no password: the derived one could be guessed.
 */
export function applicationUrl(ownerUrl: string): string {
  const url = new URL(ownerUrl);
  if (!url.password) {
    throw new EnvironmentError(
      "DATABASE_URL has no password, from which the application's own would be made. Put it there; or, where the " +
        "owner signs in without one, run CREATE ROLE slotwell_app NOLOGIN; CREATE ROLE slotwell_web LOGIN PASSWORD '…' " +
        "IN ROLE slotwell_app; and set DATABASE_APP_URL to a URL with that role and password.",
    );
  }
  const database = databaseName(ownerUrl);
  const ownerPassword = decodeURIComponent(url.password);
  url.username = applicationRole(database);
  url.password = createHmac("sha256", ownerPassword).update(`${context}\0${database}`).digest("base64url");
  return url.href;
}
