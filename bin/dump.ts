import { createReadStream, createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { finished } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import pg from "pg";
import { copyIn, copyOut } from "./copy.ts";
import { SetupError } from "./setup-error.ts";
import { listSequences, listTables, type Sequence, type Table } from "./tables.ts";

const format = "slotwell backup 1";
const endOfTable = "\\.";

export interface DumpHeader {
  format: string;
  createdAt: string;
  /** The migrations its tables were made by. */
  migrations: string[];
  tables: Table[];
  sequences: Sequence[];
}

/**
 * Writes all data as of one moment into a gzipped file: a line of JSON, then for each table PostgreSQL's COPY text,
 * ended by a line `\.`. The file takes its name when it is complete.
 */
export async function writeDump(owner: pg.Client, file: string): Promise<DumpHeader> {
  const draft = `${file}.part`;
  const zipped = createGzip();
  const written = createWriteStream(draft, { mode: 0o600 });
  zipped.pipe(written);
  try {
    await owner.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    const header = await headerOf(owner);
    zipped.write(`${JSON.stringify(header)}\n`);
    for (const table of header.tables) {
      await copyOut(owner, `COPY ${target(table)} TO STDOUT`, zipped);
      zipped.write(`${endOfTable}\n`);
    }
    await owner.query("COMMIT");
    zipped.end();
    await finished(written);
    await rename(draft, file);
    return header;
  } catch (error) {
    zipped.destroy();
    await rm(draft, { force: true });
    throw error;
  }
}

async function headerOf(owner: pg.Client): Promise<DumpHeader> {
  const { rows } = await owner.query<{ name: string }>(
    "SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY 1",
  );
  return {
    format,
    createdAt: new Date().toISOString(),
    migrations: rows.map(({ name }) => name),
    tables: await listTables(owner),
    sequences: await listSequences(owner),
  };
}

/** An opened backup, whose tables have to be read one after the other. */
export interface Dump {
  header: DumpHeader;
  /** Loads everything into the migrated and empty database of `owner`, or nothing. */
  load(owner: pg.Client): Promise<void>;
}

/** @throws SetupError when the file is none of ours. */
export async function openDump(file: string): Promise<Dump> {
  const lines = readLines(unzip(file));
  const first = await lines.next();
  const header = parseHeader(String(first.value));
  if (!header) throw new SetupError(`${file} is not a backup of Slotwell.`);
  return { header, load: (owner) => load(owner, header, lines) };
}

function parseHeader(line: string): DumpHeader | undefined {
  try {
    const header = JSON.parse(line) as DumpHeader;
    return header.format === format ? header : undefined;
  } catch {
    return undefined;
  }
}

async function load(owner: pg.Client, { tables, sequences }: DumpHeader, lines: AsyncGenerator<Buffer>) {
  await owner.query("BEGIN");
  try {
    for (const table of tables) {
      const name = pg.escapeIdentifier(table.name);
      // Counters and audit are in the file already; the rules that need no trigger stay in force.
      await owner.query(`ALTER TABLE ${name} DISABLE TRIGGER USER`);
      await copyIn(owner, `COPY ${target(table)} FROM STDIN`, untilEnd(lines, table.name));
      await owner.query(`ALTER TABLE ${name} ENABLE TRIGGER USER`);
    }
    for (const { name, lastValue } of sequences) {
      if (lastValue !== null)
        await owner.query("SELECT setval($1::regclass, $2)", [pg.escapeIdentifier(name), lastValue]);
    }
    await owner.query("COMMIT");
  } catch (error) {
    await owner.query("ROLLBACK");
    throw error;
  }
}

async function* untilEnd(lines: AsyncGenerator<Buffer>, table: string): AsyncGenerator<Buffer> {
  for (;;) {
    const { value, done } = await lines.next();
    if (done) throw new SetupError(`The backup ends in the middle of the table ${table}; nothing was restored.`);
    if (value.length === endOfTable.length + 1 && value.toString("latin1", 0, endOfTable.length) === endOfTable) return;
    yield value;
  }
}

async function* unzip(file: string): AsyncGenerator<Buffer> {
  try {
    yield* createReadStream(file).pipe(createGunzip());
  } catch (error) {
    throw new SetupError(`${file} is damaged or no backup (${(error as Error).message}); nothing was restored.`);
  }
}

/** Lines with their newline; in COPY text every other newline is escaped. */
async function* readLines(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of source) {
    const text = rest.length ? Buffer.concat([rest, chunk]) : chunk;
    let start = 0;
    for (let end = text.indexOf(10); end >= 0; end = text.indexOf(10, start)) {
      yield text.subarray(start, end + 1);
      start = end + 1;
    }
    rest = text.subarray(start);
  }
  if (rest.length) yield rest;
}

function target({ name, columns }: Table): string {
  return `public.${pg.escapeIdentifier(name)} (${columns.map((column) => pg.escapeIdentifier(column)).join(", ")})`;
}
