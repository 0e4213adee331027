import { SetupError } from "./setup-error.ts";

const known: [pattern: RegExp, advice: (folder: string) => string][] = [
  [/No space left on device/, (folder) => `The disk that holds ${folder} is full: free some space and start again.`],
  [
    /wrong ownership|invalid permissions|Permission denied/,
    (folder) => `PostgreSQL may not use ${folder}: it must belong to the user who starts Slotwell and to nobody else.`,
  ],
  [
    /initialized by PostgreSQL version (\d+)/,
    (folder) =>
      `The database in ${folder} was made by another version of PostgreSQL. Restore a backup into a new data folder.`,
  ],
  [
    /postmaster\.pid" already exists|pre-existing shared memory block/,
    (folder) => `Another PostgreSQL, perhaps in a container, is using ${folder}: stop it and start again.`,
  ],
  [
    /error while loading shared libraries: (\S+)|Library not loaded/,
    () => "A system library is missing: install it, or set DATABASE_URL to a PostgreSQL 15 or newer.",
  ],
  [
    /could not resize shared memory|could not map anonymous shared memory|Cannot allocate memory/,
    () => "There is too little memory for PostgreSQL: close other programs, or give the container more.",
  ],
];

/** Turns what PostgreSQL printed before it gave up into a sentence that says what to do. */
export function explainFailure(output: string, folder: string): SetupError {
  const advice = known.find(([pattern]) => pattern.test(output))?.[1](folder);
  const lines = output.trim().split("\n").slice(-8).join("\n  ");
  return new SetupError(`The database could not be started. ${advice ?? "PostgreSQL says:"}\n  ${lines}`);
}
