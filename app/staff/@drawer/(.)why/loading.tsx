import { useTranslations } from "next-intl";
import { Bone } from "#components/ui/bone.tsx";

const fields = ["service", "doctor", "date", "time"];
const rules = ["w-3/5", "w-4/5", "w-1/2", "w-2/3", "w-3/4", "w-5/6"];

/** The drawer opens at once; over a page there are scripts, so what comes later finds its place. */
export default function WhyOnItsWay() {
  const t = useTranslations("why");
  return (
    <div className="grid gap-8">
      <p role="status" className="sr-only">
        {t("loading")}
      </p>
      <div className="grid gap-4 sm:grid-cols-2">
        {fields.map((field) => (
          <div key={field} className="grid gap-2">
            <Bone className="h-5 w-20" />
            <Bone className="h-11 w-full" />
          </div>
        ))}
        <Bone className="h-11 w-24" />
      </div>
      <div className="grid gap-3">
        <Bone className="h-6 w-44" />
        <Bone className="h-5 w-full" />
        <ul aria-hidden className="divide-y divide-line border-y border-line">
          {rules.map((width) => (
            <li key={width} className="flex items-center gap-3 py-3">
              <Bone className="size-5 shrink-0" />
              <Bone className={`h-5 ${width}`} />
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
