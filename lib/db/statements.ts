import "server-only";
import { pool } from "./client.ts";
import { Prisma } from "./generated/client.ts";
import { statementName } from "./statement-name.ts";

/** Statements written by hand, one by one. A transaction of Prisma's can do this too. */
export interface Statements {
  $queryRaw<T>(query: TemplateStringsArray | Prisma.Sql, ...values: unknown[]): Promise<T>;
}

/** Each by itself and past Prisma, whose way to the database takes as much of a busy process as the statement's own. */
export const statements: Statements = {
  $queryRaw: async <T>(query: TemplateStringsArray | Prisma.Sql, ...values: unknown[]) => {
    const sql = query instanceof Prisma.Sql ? query : Prisma.sql(query, ...values);
    const { rows } = await pool.query({ name: statementName(sql.text), text: sql.text, values: sql.values });
    return rows as T;
  },
};
