import pg from "pg";

/** What PostgreSQL said when it refused or failed, by itself or wherever in Prisma's wrapping it was found. */
export interface DatabaseFailure {
  /** SQLSTATE, or the driver's own word (`ECONNREFUSED`) when no server answered. */
  code: string;
  message: string;
  /** The DETAIL line; our own triggers write JSON into it. */
  detail: string | undefined;
}

/** @returns null for an error that did not come from the database. */
export function databaseFailure(error: unknown): DatabaseFailure | null {
  if (error instanceof pg.DatabaseError) {
    return { code: error.code ?? "", message: error.message, detail: error.detail };
  }
  const cause = adapterCause(error);
  if (!cause) return withoutConnection(error);
  const code = text(cause.originalCode) ?? text(cause.code) ?? text(cause.kind) ?? "";
  return { code, message: text(cause.originalMessage) ?? text(cause.message) ?? "", detail: text(cause.detail) };
}

const retryable = new Set(["40001", "40P01", "55P03", "TransactionWriteConflict"]);

/** Serialization failure, deadlock, lock timeout: the same work may well succeed a moment later. */
export function isRetryable(failure: DatabaseFailure): boolean {
  return retryable.has(failure.code);
}

/** The database is too busy, going away or out of reach: nobody's fault and soon over. */
export function isOverload({ code }: DatabaseFailure): boolean {
  return (
    code === "57014" ||
    /^(53|08|57P)/.test(code) ||
    ["TooManyConnections", "SocketTimeout", "DatabaseNotReachable", "ConnectionClosed"].includes(code)
  );
}

// No server spoke, so there is no SQLSTATE: pg tells of a lost or missing connection by these words alone, Prisma of a
// transaction that never got one or outlived its time.
const noConnection =
  /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect)|Unable to start a transaction in the given time|on an expired transaction/;
const socketErrors = /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EAI_AGAIN)$/;

function withoutConnection(error: unknown): DatabaseFailure | null {
  if (!(error instanceof Error)) return null;
  const isLost =
    noConnection.test(error.message) || socketErrors.test(text((error as NodeJS.ErrnoException).code) ?? "");
  return isLost ? { code: "ConnectionClosed", message: error.message, detail: undefined } : null;
}

type Cause = Record<string, unknown>;

function adapterCause(error: unknown): Cause | null {
  for (let current = error, depth = 0; isObject(current) && depth < 5; depth++) {
    if (current.name === "DriverAdapterError" && isObject(current.cause)) return current.cause;
    const meta: unknown = current.meta;
    current = isObject(meta) && isObject(meta.driverAdapterError) ? meta.driverAdapterError : current.cause;
  }
  return null;
}

function isObject(value: unknown): value is Cause {
  return typeof value === "object" && value !== null;
}

function text(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}
