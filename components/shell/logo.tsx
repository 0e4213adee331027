/** The mark: three hours of a day's ruler and one appointment standing on it. */
export function LogoMark({ className = "size-8" }: { className?: string }) {
  return (
    <svg aria-hidden viewBox="0 0 32 32" className={className} fill="none">
      <rect width="32" height="32" rx="8" className="fill-pine" />
      <path
        d="M6.5 19.5h19M6.5 19.5v5M11.25 19.5v3M16 19.5v5M20.75 19.5v3M25.5 19.5v5"
        className="stroke-on-pine"
        strokeWidth="1.75"
        strokeLinecap="round"
      />
      <rect x="6.5" y="8" width="12" height="8" rx="2" className="fill-on-pine" />
    </svg>
  );
}
