import { mkdir, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import pg from "pg";
import { openDatabase } from "./database.ts";
import { writeDump } from "./dump.ts";
import { commandEnvironment } from "./environment.ts";
import { step } from "./progress.ts";
import { run } from "./setup-error.ts";

// npm run backup [-- FILE]; the app may run meanwhile.
await run(async () => {
  const env = commandEnvironment();
  const time = new Date().toISOString().slice(0, 19).replace("T", "-").replaceAll(":", "");
  const file = resolve(process.argv[2] ?? join(env.dataDir, "backups", `slotwell-${time}.backup.gz`));
  const database = await openDatabase(env);
  const owner = new pg.Client(database.ownerUrl);
  try {
    await owner.connect();
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    const { tables } = await writeDump(owner, file);
    const { size } = await stat(file);
    step(
      `${tables.length} tables in ${file} (${(size / 1_000_000).toFixed(1)} MB). It holds patients' data: keep it safe.`,
    );
    return 0;
  } finally {
    await owner.end();
    await database.close();
  }
});
