-- AlterTable
ALTER TABLE "appointment" ADD COLUMN     "bundle_id" UUID,
ADD COLUMN     "decided_at" TIMESTAMPTZ(3),
ADD COLUMN     "decided_by_id" UUID,
ADD COLUMN     "hold_key" BYTEA,
ADD COLUMN     "no_show_waived_at" TIMESTAMPTZ(3),
ADD COLUMN     "replaces_id" UUID;

-- AlterTable
ALTER TABLE "business_hours" ADD COLUMN     "template_id" UUID;

-- AlterTable
ALTER TABLE "clinic" ADD COLUMN     "offer_minutes" INTEGER NOT NULL DEFAULT 120,
ADD COLUMN     "region" TEXT,
ADD COLUMN     "slots_until" DATE;

-- AlterTable
ALTER TABLE "closure" ADD COLUMN     "holiday" TEXT;

-- CreateTable
CREATE TABLE "week_template" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "clinic_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE NOT NULL,

    CONSTRAINT "week_template_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "week_template_clinic_id_name_key" ON "week_template"("clinic_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "week_template_id_clinic_id_key" ON "week_template"("id", "clinic_id");

-- CreateIndex
CREATE UNIQUE INDEX "closure_clinic_id_holiday_key" ON "closure"("clinic_id", "holiday");

-- CreateIndex
CREATE UNIQUE INDEX "waitlist_entry_offer_id_key" ON "waitlist_entry"("offer_id");

-- CreateIndex
CREATE INDEX "waitlist_entry_patient_id_service_id_idx" ON "waitlist_entry"("patient_id", "service_id");

-- AddForeignKey
ALTER TABLE "week_template" ADD CONSTRAINT "week_template_clinic_id_fkey" FOREIGN KEY ("clinic_id") REFERENCES "clinic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "business_hours" ADD CONSTRAINT "business_hours_template_id_clinic_id_fkey" FOREIGN KEY ("template_id", "clinic_id") REFERENCES "week_template"("id", "clinic_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appointment" ADD CONSTRAINT "appointment_replaces_id_fkey" FOREIGN KEY ("replaces_id") REFERENCES "appointment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "waitlist_entry" ADD CONSTRAINT "waitlist_entry_offer_id_fkey" FOREIGN KEY ("offer_id") REFERENCES "appointment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- ─── Weeks: the usual one, and templates between two dates ───────────────────────────────────────────────────────

ALTER TABLE week_template
  ADD CONSTRAINT week_template_order CHECK (isfinite(valid_from) AND isfinite(valid_to) AND valid_to >= valid_from),
  ADD CONSTRAINT week_template_overlap EXCLUDE USING gist (
    clinic_id WITH =, daterange(valid_from, valid_to, '[]') WITH &&);

-- Each week by itself; the clinic's id stands for the usual one.
ALTER TABLE business_hours
  DROP CONSTRAINT business_hours_overlap,
  DROP CONSTRAINT business_hours_closed,
  ADD CONSTRAINT business_hours_overlap EXCLUDE USING gist (
    clinic_id WITH =, (coalesce(template_id, clinic_id)) WITH =, day_of_week WITH =,
    int4range(minute_of_day(open_time), minute_of_day(close_time)) WITH &&) WHERE (NOT is_closed),
  ADD CONSTRAINT business_hours_closed EXCLUDE USING gist (
    clinic_id WITH =, (coalesce(template_id, clinic_id)) WITH =, day_of_week WITH =, (is_closed::int) WITH <>);

-- ─── Holds: a place for somebody who may have no name yet ────────────────────────────────────────────────────────

ALTER TABLE appointment
  DROP CONSTRAINT appointment_person,
  ADD CONSTRAINT appointment_person CHECK (
    patient_id IS NOT NULL OR contact_name IS NOT NULL OR (status IN ('held', 'expired') AND hold_key IS NOT NULL));

CREATE UNIQUE INDEX appointment_hold_once ON appointment (hold_key, starts_at)
  WHERE status = 'held' AND hold_key IS NOT NULL;
CREATE INDEX appointment_hold_due ON appointment (hold_expires_at) WHERE status = 'held';
CREATE UNIQUE INDEX appointment_replacement ON appointment (replaces_id) WHERE status = 'held' AND replaces_id IS NOT NULL;
CREATE INDEX appointment_bundle ON appointment (bundle_id) WHERE bundle_id IS NOT NULL;
CREATE INDEX appointment_missed ON appointment (patient_id, clinic_id) WHERE status = 'no_show';

-- ─── Waiting list: one wish at a time, and what was offered is held ──────────────────────────────────────────────

ALTER TABLE clinic ADD CONSTRAINT clinic_offer_minutes CHECK (offer_minutes BETWEEN 5 AND 2880);

ALTER TABLE waitlist_entry
  ADD CONSTRAINT waitlist_entry_offer CHECK (
    status <> 'offered' OR (offer_id IS NOT NULL AND offer_expires_at IS NOT NULL)),
  ADD CONSTRAINT waitlist_entry_times CHECK (to_time > from_time);

CREATE UNIQUE INDEX waitlist_entry_live ON waitlist_entry (patient_id, service_id, coalesce(doctor_id, service_id))
  WHERE status IN ('waiting', 'offered');

-- ─── Order of locks: after the doctor's days, the room's or device's ─────────────────────────────────────────────

CREATE OR REPLACE FUNCTION derive_appointment() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  zone text;
  wanted service%ROWTYPE;
  was boolean := TG_OP = 'UPDATE' AND occupies(OLD.status);
  will boolean := occupies(NEW.status);
  days date[];
  room uuid;
BEGIN
  SELECT time_zone INTO zone FROM clinic WHERE id = NEW.clinic_id;
  IF TG_OP = 'INSERT' OR OLD.service_id <> NEW.service_id THEN
    SELECT * INTO wanted FROM service WHERE id = NEW.service_id;
    NEW.group_size := coalesce(wanted.group_size, 1);
    NEW.buffer_before_minutes := coalesce(wanted.buffer_before_minutes, 0);
    NEW.buffer_after_minutes := coalesce(wanted.buffer_after_minutes, 0);
  END IF;
  IF TG_OP = 'UPDATE' AND OLD.clinic_id <> NEW.clinic_id THEN
    PERFORM refuse('appointment_clinic_fixed', 'appointment', '{}');
  END IF;

  NEW.local_date := (NEW.starts_at AT TIME ZONE zone)::date;
  NEW.occupied := tstzrange(NEW.starts_at - make_interval(mins => NEW.buffer_before_minutes),
                            NEW.ends_at + make_interval(mins => NEW.buffer_after_minutes));
  NEW.session_key := CASE WHEN NEW.group_size = 1 THEN NEW.id
    ELSE md5(concat_ws('|', NEW.doctor_id, NEW.service_id, extract(epoch FROM NEW.starts_at)))::uuid END;

  IF NOT was AND NOT will THEN RETURN NEW; END IF;
  IF was AND will AND (OLD.doctor_id, OLD.service_id, OLD.occupied, OLD.starts_at, OLD.ends_at)
                    = (NEW.doctor_id, NEW.service_id, NEW.occupied, NEW.starts_at, NEW.ends_at)
     AND NEW.resource_id IS NOT DISTINCT FROM OLD.resource_id THEN
    RETURN NEW;
  END IF;

  days := CASE WHEN was AND will THEN ARRAY[OLD.local_date, NEW.local_date]
               WHEN was THEN ARRAY[OLD.local_date] ELSE ARRAY[NEW.local_date] END;
  PERFORM 1 FROM clinic_day
    WHERE clinic_id = NEW.clinic_id AND local_date = ANY (days)
    ORDER BY local_date FOR NO KEY UPDATE;

  PERFORM 1 FROM time_slot
    WHERE clinic_id = NEW.clinic_id
      AND ((was AND starts_at >= OLD.starts_at AND starts_at < OLD.ends_at)
        OR (will AND starts_at >= NEW.starts_at AND starts_at < NEW.ends_at))
    ORDER BY starts_at FOR NO KEY UPDATE;

  IF will THEN
    PERFORM pg_advisory_xact_lock(hashtextextended(NEW.doctor_id::text, day))
      FROM generate_series((lower(NEW.occupied) AT TIME ZONE 'UTC')::date - date '2000-01-01',
                           (upper(NEW.occupied) AT TIME ZONE 'UTC')::date - date '2000-01-01') AS day;
    PERFORM pg_advisory_xact_lock(hashtextextended(NEW.resource_id::text, day))
      FROM generate_series((lower(NEW.occupied) AT TIME ZONE 'UTC')::date - date '2000-01-01',
                           (upper(NEW.occupied) AT TIME ZONE 'UTC')::date - date '2000-01-01') AS day
      WHERE NEW.resource_id IS NOT NULL;
    IF NEW.group_size > 1 THEN
      INSERT INTO group_session (doctor_id, service_id, starts_at, clinic_id, seats)
        VALUES (NEW.doctor_id, NEW.service_id, NEW.starts_at, NEW.clinic_id, NEW.group_size)
        ON CONFLICT DO NOTHING;
      PERFORM 1 FROM group_session
        WHERE doctor_id = NEW.doctor_id AND service_id = NEW.service_id AND starts_at = NEW.starts_at
        FOR NO KEY UPDATE;
      -- Whoever joins a session comes to the room that it is in by now.
      IF NEW.resource_id IS NOT NULL AND NOT (was AND OLD.session_key = NEW.session_key) THEN
        SELECT resource_id INTO room FROM appointment
          WHERE doctor_id = NEW.doctor_id AND starts_at = NEW.starts_at AND session_key = NEW.session_key
            AND occupies(status) AND id <> NEW.id AND resource_id IS NOT NULL LIMIT 1;
        NEW.resource_id := coalesce(room, NEW.resource_id);
      END IF;
    END IF;
  END IF;
  RETURN NEW;
END $$;

GRANT SELECT, INSERT, UPDATE, DELETE ON week_template TO slotwell_app;
