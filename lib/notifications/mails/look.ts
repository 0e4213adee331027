import type { CSSProperties } from "react";
import type { Look } from "../letter.ts";

/** Of the writing: readers of mail do not know logical properties, so that sides are named by it. */
export type Direction = "ltr" | "rtl";

export const serif = "Fraunces,Georgia,'Times New Roman',serif";
export const sans = "'Instrument Sans',-apple-system,'Segoe UI',Helvetica,Arial,sans-serif";

/** The tokens of app/globals.css, worked out: readers of mail know neither OKLCH nor variables. */
export const light = {
  paper: "#fcf9f3",
  raised: "#fffefc",
  ink: "#181d27",
  muted: "#484d57",
  line: "#e1ded6",
  pine: "#13684b",
  onPine: "#fbfcf8",
} as const;

const dark = {
  paper: "#171d2a",
  raised: "#1f2734",
  ink: "#efece7",
  muted: "#b8bcc4",
  line: "#323946",
  pine: "#83cbab",
  onPine: "#061a14",
} as const;

/** Each look has its own shape, so that colour is not all that tells them apart. */
export const marks: Record<Look, { colour: string; ground: string; shape: CSSProperties }> = {
  requested: { colour: "#8a560c", ground: "#faf1df", shape: { border: "2px solid #8a560c", borderRadius: "6px" } },
  confirmed: {
    colour: "#13684b",
    ground: "#e9f3ec",
    shape: { background: "#13684b", border: "2px solid #13684b", borderRadius: "6px" },
  },
  declined: { colour: "#a03d2c", ground: "#fbede9", shape: { background: "#a03d2c", border: "2px solid #a03d2c" } },
};

// Readers that know a dark scheme get the app's own dark ground; the rest keep the inline colours.
export const darkScheme = [
  "@media (prefers-color-scheme:dark){",
  `.ground,.ground>table>tbody>tr>td{background:${dark.paper}!important}`,
  `.sheet{background:${dark.raised}!important;border-color:${dark.line}!important}`,
  `.ink{color:${dark.ink}!important}.muted{color:${dark.muted}!important}.rule{border-color:${dark.line}!important}`,
  `.button{background:${dark.pine}!important;color:${dark.onPine}!important}.link{color:${dark.pine}!important}}`,
].join("");
