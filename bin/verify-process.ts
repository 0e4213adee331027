import { closeDatabase } from "#lib/db/client.ts";
import { verifyDatabase } from "#lib/db/verify.ts";
import { run } from "./setup-error.ts";

await run(async () => {
  const checks = await verifyDatabase();
  await closeDatabase();
  for (const { name, ok, findings } of checks) {
    console.log(`  ${ok ? "holds " : "BROKEN"}  ${name}`);
    for (const finding of findings) console.log(`            ${finding}`);
  }
  const broken = checks.filter(({ ok }) => !ok).length;
  console.log(
    broken ? `\n${broken} of ${checks.length} promises are broken.` : `\nAll ${checks.length} promises hold.`,
  );
  return broken ? 1 : 0;
});
