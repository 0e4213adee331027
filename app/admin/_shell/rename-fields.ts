import type { Refusal } from "#lib/scheduling/refusal.ts";

/** A refusal whose errors stand at the form's fields; where a field is not in the form it is null and left out. */
export function renameFields(refused: Refusal, fieldOf: (path: string) => string | null): Refusal {
  const errors = refused.errors?.flatMap(({ path, message }) => {
    const field = fieldOf(path);
    return field === null ? [] : [{ path: field, message }];
  });
  return errors ? { ...refused, errors } : refused;
}
