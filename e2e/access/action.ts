import type { HtmlForm } from "../forms.ts";
import type { Asker, Samples } from "../samples.ts";

export type Fields = [name: string, value: string][];

export interface Action {
  /** Everybody whose call it answers; for all others nothing may change. */
  may: readonly Asker[];
  /** One of them, whose call changes something when the form is filled in as said here. */
  by: Exclude<Asker, "visitor">;
  /** It changes nothing but the audit log, where it is noted. */
  onlyNoted?: true;
  /** Where its form stands. */
  at: (samples: Samples) => string;
  /** Which of the page's forms it is, and what is filled in before it is posted. */
  fill: (forms: HtmlForm[], samples: Samples) => Fields;
}
