import { PrinterIcon } from "@phosphor-icons/react/dist/ssr/Printer";
import { notFound } from "next/navigation";
import { getFormatter, getTranslations } from "next-intl/server";
import { strandMarks } from "#app/_desk/mark-stranded.ts";
import { Bulk } from "#components/scheduling/bulk.tsx";
import { bulkSteps } from "#components/scheduling/bulk-state.ts";
import { dayInUtc } from "#components/scheduling/day-axis.ts";
import { DayDistance } from "#components/scheduling/day-distance.tsx";
import { DayNavigation } from "#components/scheduling/day-navigation.tsx";
import { Desk } from "#components/scheduling/desk.tsx";
import { DeskBar } from "#components/scheduling/desk-bar.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { dayBoard } from "#lib/scheduling/server/appointments/day-board.ts";
import { listDoctors } from "#lib/scheduling/server/doctors/doctors.ts";
import { dayBounds, type LocalDate } from "#lib/time.ts";
import { staffClinic } from "../_shell/staff-clinic.ts";
import { takeAnyStep, takeAnySteps } from "../actions.ts";
import { askedHref } from "../book/asked.ts";
import { type BoardFilter, boardHref, filterFields, isList, isShown } from "./board-filter.ts";
import { BoardSlots } from "./board-slots.tsx";
import { BoardSummary } from "./board-summary.tsx";
import { appointmentsOf, nextTurn } from "./day-figures.ts";
import { DoctorFilter } from "./doctor-filter.tsx";
import { FilterLine, NobodyShown } from "./filter-line.tsx";
import { Live } from "./live.tsx";
import { markStrands } from "./mark-strands.ts";
import { NowAndNext } from "./now-and-next.tsx";

interface BoardPageProps {
  /** Today where left out. */
  localDate?: LocalDate;
  /** Which appointments to show; the bars count the whole house all the same. */
  filter: BoardFilter;
}

/** The front desk's picture of one day. */
export async function BoardPage({ localDate, filter: asked }: BoardPageProps) {
  const [{ actor, clinic }, t, format] = await Promise.all([staffClinic(), getTranslations("staff"), getFormatter()]);
  const [answer, doctors] = await Promise.all([
    dayBoard(actor, { clinicId: clinic.id, localDate }),
    listDoctors(clinic.id),
  ]);
  if (!answer.ok) notFound();
  const board = answer.value;
  const { timeZone, now, today } = board;
  const marks = await strandMarks(actor, { clinicId: clinic.id, days: { from: board.localDate, to: board.localDate } });
  const slots = markStrands(board.slots, marks);
  const doctor = doctors.find(({ id }) => id === asked.doctor) ?? null;
  const filter = { ...asked, doctor: doctor?.id ?? null };
  const all = appointmentsOf(slots);
  const shown = all.filter((appointment) => isShown(appointment, filter));
  const bounds = dayBounds(board.localDate, timeZone);
  const isToday = board.localDate === today;
  const here = isToday ? null : board.localDate;
  const hrefFor = (date: LocalDate) => boardHref(date === today ? null : date, filter);
  const filteredHref = (change: Partial<BoardFilter>) => boardHref(here, { ...filter, ...change });
  return (
    <>
      <p className="hidden justify-between gap-6 pb-4 text-md print:flex">
        <span>{clinic.name}</span>
        <span className="figures">{t("printed", { moment: format.dateTime(now, "moment", { timeZone }) })}</span>
      </p>
      <PageHeader
        size="workspace"
        above={
          <div className="flex min-h-6 flex-wrap items-center gap-x-5 gap-y-1" data-print="hide">
            <span className="kicker">
              <DayDistance localDate={board.localDate} today={today} />
            </span>
            <Live
              clinicId={clinic.id}
              localDate={board.localDate}
              version={board.version}
              now={now}
              turnsAt={isToday ? nextTurn(slots, bounds.end, now) : null}
            />
          </div>
        }
        title={format.dateTime(dayInUtc(board.localDate), isToday ? "day" : "dayWithYear", { timeZone: "UTC" })}
        actions={
          <>
            <DayNavigation
              localDate={board.localDate}
              today={today}
              hrefFor={hrefFor}
              action="/staff"
              keep={filterFields(filter)}
            />
            <ButtonLink href={`/staff/${board.localDate}/sheet`} variant="quiet" className="px-3 max-sm:hidden">
              <PrinterIcon aria-hidden className="size-5" />
              {t("sheet.open")}
            </ButtonLink>
          </>
        }
      />
      {slots.length === 0 ? (
        <EmptyState title={t("closedTitle")}>
          <p>{board.reason ?? t("closed")}</p>
        </EmptyState>
      ) : (
        <Desk action={takeAnyStep}>
          {isToday && (
            <NowAndNext
              appointments={all.filter((one) => isShown(one, { ...filter, state: null }))}
              now={now}
              timeZone={timeZone}
            />
          )}
          <BoardSummary
            board={board}
            appointments={all}
            state={filter.state}
            hrefFor={(state) => filteredHref({ state })}
          />
          <DoctorFilter
            doctors={doctors}
            appointments={all}
            chosen={filter.doctor}
            hrefFor={(id) => filteredHref({ doctor: id })}
          />
          <FilterLine
            filter={filter}
            appointments={all}
            shown={shown.length}
            doctorName={doctor?.name ?? null}
            path={boardHref(here)}
          />
          <Bulk action={takeAnySteps} steps={bulkSteps}>
            {isList(filter) && shown.length === 0 ? (
              <NobodyShown href={boardHref(here)} />
            ) : (
              <BoardSlots
                slots={slots}
                filter={filter}
                bookHref={(startsAt) =>
                  askedHref("/staff/book", {
                    startsAt,
                    ...(doctor && { doctor: doctor.slug }),
                    ...(filter.service && { service: filter.service }),
                  })
                }
                doctorName={doctor?.name ?? null}
                timeZone={timeZone}
                now={now}
                bounds={bounds}
              />
            )}
          </Bulk>
          <DeskBar />
        </Desk>
      )}
    </>
  );
}
