import "server-only";
import { getFormatter, getTranslations } from "next-intl/server";
import { shareOf } from "#lib/analytics/figures.ts";
import type { Analytics } from "#lib/analytics/schema.ts";
import type { Figure } from "../_parts/figures.tsx";
import { changeWords, shareWords, spanWords } from "./words.ts";

/** The four numbers that one looks at first, each with what it is made of and how it was before. */
export async function headline({ totals, totalsBefore }: Analytics): Promise<Figure[]> {
  const [t, format] = await Promise.all([getTranslations("analytics"), getFormatter()]);
  const by = { t, format };
  const { occupancy, came, missed, ahead, lead } = totals;
  const share = shareOf(occupancy.taken, occupancy.capacity);
  const shareBefore = shareOf(totalsBefore.occupancy.taken, totalsBefore.occupancy.capacity);
  const hours = { taken: Math.round(occupancy.taken / 60), capacity: Math.round(occupancy.capacity / 60) };
  const sentence = (...parts: string[]) =>
    parts.map((part) => `${part.charAt(0).toLocaleUpperCase()}${part.slice(1)}.`).join(" ");
  return [
    {
      label: t("headline.occupancy"),
      value: share === null ? t("headline.none") : shareWords(share, format),
      note: sentence(t("note.occupancy", hours), changeWords([share, shareBefore], "share", by)),
    },
    {
      label: t("headline.appointments"),
      value: format.number(totals.appointments),
      note: sentence(
        t("note.appointments", { came, ahead }),
        changeWords([totals.appointments, totalsBefore.appointments], "count", by),
      ),
    },
    {
      label: t("headline.noShow"),
      value: totals.noShowRate === null ? t("headline.none") : shareWords(totals.noShowRate, format),
      note:
        totals.noShowRate === null
          ? t("note.nothing")
          : sentence(
              t("note.noShow", { missed, of: came + missed }),
              changeWords([totals.noShowRate, totalsBefore.noShowRate], "share", by),
            ),
    },
    {
      label: t("headline.lead"),
      value: lead ? spanWords(lead.median, t) : t("headline.none"),
      note: lead
        ? sentence(
            t("note.lead", { q1: spanWords(lead.q1, t), q3: spanWords(lead.q3, t) }),
            changeWords([lead.median, totalsBefore.lead?.median ?? null], "span", by),
          )
        : t("note.noLead"),
    },
  ];
}
