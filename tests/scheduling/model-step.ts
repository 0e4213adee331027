import type fc from "fast-check";
import { expect } from "vitest";
import type { Result } from "#lib/result.ts";
import type { RefusalCode } from "#lib/scheduling/refusal.ts";
import type { Model } from "./model.ts";
import { expectSame, type Real } from "./model-real.ts";

/** A step that anybody may try at any time: it does the same to both and compares what they say. */
export class Step implements fc.AsyncCommand<Model, Real> {
  readonly words: string;
  readonly act: (model: Model, real: Real) => Promise<void>;

  constructor(words: string, act: (model: Model, real: Real) => Promise<void>) {
    this.words = words;
    this.act = act;
  }

  check(): boolean {
    return true;
  }

  async run(model: Model, real: Real): Promise<void> {
    await this.act(model, real);
    await expectSame(model, real);
  }

  toString(): string {
    return this.words;
  }
}

/** How often each answer was given; a run that never met one of them has not proved much. */
export const tally: Record<string, number> = {};

function count(answer: string): void {
  tally[answer] = (tally[answer] ?? 0) + 1;
}

/** What speaks against it must be what it was refused for; where nothing does, it must have been done. */
export function expectAnswer<T>(result: Result<T>, against: Set<RefusalCode>): T | null {
  count(result.ok ? "ok" : result.refusal.code);
  if (result.ok) {
    expect([...against], "nothing speaks against what was done").toEqual([]);
    return result.value;
  }
  expect([...against], `refused with ${result.refusal.code}`).toContain(result.refusal.code);
  return null;
}
