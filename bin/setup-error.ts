/** Something the person at the keyboard can put right; `message` says in sentences what and how. */
export class SetupError extends Error {
  override name = "SetupError";
}

const spoken = new Set(["SetupError", "EnvironmentError", "MigrationError"]);

/** Runs a command's main function, which returns the exit code; what people can put right is printed without a stack. */
export async function run(main: () => Promise<number>): Promise<never> {
  // Explicitly, as the schema engine leaves a timer behind that would keep the process for another ten seconds.
  process.exit(await main().catch(report));
}

function report(error: unknown): number {
  const known = error instanceof Error && spoken.has(error.name);
  console.error(known ? `\n${error.message}\n` : error);
  return 1;
}
