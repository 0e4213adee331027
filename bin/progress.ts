const styled = process.stdout.isTTY && !process.env.NO_COLOR;
const dim = (text: string) => (styled ? `\u001b[2m${text}\u001b[22m` : text);

export const bold = (text: string) => (styled ? `\u001b[1m${text}\u001b[22m` : text);

/** One calm line per step that takes a moment. */
export function step(text: string): void {
  console.log(`${dim("·")} ${text}`);
}

/** Seconds with one decimal since a moment of performance.now(). */
export function secondsSince(begun: number): string {
  return `${((performance.now() - begun) / 1000).toFixed(1)} s`;
}
