import { photoHref, type photoSizes } from "#lib/scheduling/photo.ts";
import { classNames } from "./class-names.ts";

const sizes = {
  sm: { box: "size-8 text-sm", photo: "small" },
  md: { box: "size-11 text-base", photo: "small" },
  lg: { box: "size-20 text-2xl", photo: "large" },
  xl: { box: "size-36 text-4xl sm:size-44", photo: "large" },
} as const satisfies Record<string, { box: string; photo: keyof typeof photoSizes }>;

/** Initials of a name: first letters of the first and last word, titles left out. */
function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => word && !word.endsWith(".") && !/^(dr|prof|mr|mrs|ms)$/i.test(word));
  const letters = words.length > 1 ? [words[0], words.at(-1)] : words;
  return letters.map((word) => Array.from(word ?? "")[0]?.toLocaleUpperCase() ?? "").join("");
}

interface AvatarProps {
  name: string;
  /** The key of their photo; initials where there is none. */
  photo?: string | null;
  size?: keyof typeof sizes;
}

/** Decorative: the name always stands beside it. */
export function Avatar({ name, photo = null, size = "md" }: AvatarProps) {
  const { box, photo: photoSize } = sizes[size];
  if (photo) {
    return (
      // biome-ignore lint/performance/noImgElement: it is cut to its size already, and kept by browsers for good.
      <img
        src={photoHref(photo, photoSize)}
        alt=""
        decoding="async"
        className={classNames("shrink-0 rounded-full border border-line bg-wash object-cover", box)}
      />
    );
  }
  return (
    <span
      aria-hidden
      className={classNames(
        "inline-grid shrink-0 place-items-center rounded-full border border-line-strong bg-wash font-display text-ink-muted select-none",
        box,
      )}
    >
      {initialsOf(name)}
    </span>
  );
}
