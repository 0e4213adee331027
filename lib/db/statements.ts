import "server-only";
import { pool } from "./client.ts";
import { Prisma } from "./generated/client.ts";
import { statementName } from "./statement-name.ts";

/** Statements written by hand, one by one. A transaction of Prisma's can do this too. */
export interface Statements {
  $queryRaw<T>(query: TemplateStringsArray | Prisma.Sql, ...values: unknown[]): Promise<T>;
}

/** One template in the code is one statement, whatever the values; unless some value is itself a part of its text. */
const known = new WeakMap<TemplateStringsArray, { name: string; text: string }>();

function statementOf(query: TemplateStringsArray | Prisma.Sql, values: unknown[]) {
  if (query instanceof Prisma.Sql || values.some((value) => value instanceof Prisma.Sql)) {
    const sql = query instanceof Prisma.Sql ? query : Prisma.sql(query, ...values);
    return { name: statementName(sql.text), text: sql.text, values: sql.values };
  }
  let statement = known.get(query);
  if (!statement) {
    const { text } = Prisma.sql(query, ...values);
    statement = { name: statementName(text), text };
    known.set(query, statement);
  }
  return { ...statement, values };
}

/** Each by itself and past Prisma, whose way to the database takes as much of a busy process as the statement's own. */
export const statements: Statements = {
  $queryRaw: async <T>(query: TemplateStringsArray | Prisma.Sql, ...values: unknown[]) => {
    const { rows } = await pool.query(statementOf(query, values));
    return rows as T;
  },
};
