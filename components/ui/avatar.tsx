import { classNames } from "./class-names.ts";

const sizes = { sm: "size-8 text-sm", md: "size-11 text-base", lg: "size-20 text-2xl" } as const;

/** Initials of a name: first letters of the first and last word, titles left out. */
function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => word && !word.endsWith(".") && !/^(dr|prof|mr|mrs|ms)$/i.test(word));
  const letters = words.length > 1 ? [words[0], words.at(-1)] : words;
  return letters.map((word) => Array.from(word ?? "")[0]?.toLocaleUpperCase() ?? "").join("");
}

/** Decorative: the name always stands beside it. */
export function Avatar({ name, size = "md" }: { name: string; size?: keyof typeof sizes }) {
  return (
    <span
      aria-hidden
      className={classNames(
        "inline-grid shrink-0 place-items-center rounded-full border border-line-strong bg-wash font-display text-ink-muted select-none",
        sizes[size],
      )}
    >
      {initialsOf(name)}
    </span>
  );
}
