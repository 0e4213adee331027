/** The database cannot be used as it is; `message` says in sentences why and what to do. */
export class MigrationError extends Error {
  override name = "MigrationError";
}
