import type { ReactNode } from "react";
import { Avatar } from "#components/ui/avatar.tsx";
import { Link } from "#components/ui/link.tsx";
import type { DoctorView } from "#lib/scheduling/view.ts";

interface DoctorListProps {
  doctors: DoctorView[];
  hrefFor: (doctor: DoctorView) => string;
  /** What the link does, where it is not simply the doctor's page. */
  linkLabel?: (doctor: string) => string;
  /** Under the specialty. */
  detailFor?: (doctor: DoctorView) => ReactNode;
}

/** The doctors between hairlines, two abreast where there is room. */
export function DoctorList({ doctors, hrefFor, linkLabel, detailFor }: DoctorListProps) {
  return (
    <ul className="grid gap-x-12 border-t border-line sm:grid-cols-2">
      {doctors.map((doctor) => {
        const { name, title, specialty } = doctor;
        return (
          <li
            key={doctor.id}
            className="group relative flex items-start gap-4 border-b border-line py-5 transition-colors duration-150 hover:bg-wash"
          >
            <Avatar name={name} photo={doctor.photo} />
            <div className="grid min-w-0 gap-0.5">
              <Link
                href={hrefFor(doctor)}
                aria-label={linkLabel?.(name)}
                className="w-fit font-[560] before:absolute before:inset-0 group-hover:text-pine"
              >
                {name}
              </Link>
              <p className="text-md text-ink-muted">{[title, specialty].filter(Boolean).join(" · ")}</p>
              {detailFor?.(doctor)}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
