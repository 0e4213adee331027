-- CreateEnum
CREATE TYPE "message_channel" AS ENUM ('email', 'sms');

-- CreateEnum
CREATE TYPE "attempt_outcome" AS ENUM ('sent', 'failed', 'refused');

-- AlterEnum
ALTER TYPE "token_purpose" ADD VALUE 'doctor_request';
ALTER TYPE "token_purpose" ADD VALUE 'unsubscribe';

-- DropIndex
DROP INDEX "access_token_purpose_subject_idx";

-- AlterTable
ALTER TABLE "app_user" ADD COLUMN     "remind_by_sms" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "reminder_minutes" INTEGER[],
ADD COLUMN     "reminders_chosen" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "clinic" ADD COLUMN     "daily_sheet_time" TIME(0),
ADD COLUMN     "reminder_minutes" INTEGER[] DEFAULT ARRAY[10080, 1440, 120]::INTEGER[];

-- AlterTable
ALTER TABLE "message" ADD COLUMN     "channel" "message_channel" NOT NULL DEFAULT 'email',
ADD COLUMN     "expires_at" TIMESTAMPTZ(3),
ADD COLUMN     "once_key" TEXT,
ADD COLUMN     "queued_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "subscription_id" UUID;

-- AlterTable
ALTER TABLE "visit" ADD COLUMN     "tried_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "message_attempt" (
    "id" BIGSERIAL NOT NULL,
    "message_id" UUID NOT NULL,
    "attempt" INTEGER NOT NULL,
    "outcome" "attempt_outcome" NOT NULL,
    "answer" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "message_attempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reminder_opt_out" (
    "clinic_id" UUID NOT NULL,
    "email" CITEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "reminder_opt_out_pkey" PRIMARY KEY ("clinic_id","email")
);

-- CreateIndex
CREATE INDEX "message_attempt_message_id_idx" ON "message_attempt"("message_id");

-- CreateIndex
CREATE INDEX "message_subscription_id_idx" ON "message"("subscription_id");

-- AddForeignKey
ALTER TABLE "message" ADD CONSTRAINT "message_subscription_id_fkey" FOREIGN KEY ("subscription_id") REFERENCES "subscription"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message_attempt" ADD CONSTRAINT "message_attempt_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "message"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reminder_opt_out" ADD CONSTRAINT "reminder_opt_out_clinic_id_fkey" FOREIGN KEY ("clinic_id") REFERENCES "clinic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- ─── Care plans: a visit follows its appointment, a plan its visits ──────────────────────────────────────────────

ALTER TABLE subscription
  ADD CONSTRAINT subscription_number CHECK (number ~ '^SUB-[0-9]{8}-[0-9A-HJKMNP-TV-Z]{6}$');

ALTER TABLE visit
  ADD CONSTRAINT visit_sequence CHECK (sequence >= 1),
  ADD CONSTRAINT visit_placed CHECK (status NOT IN ('scheduled', 'completed') OR appointment_id IS NOT NULL),
  ADD CONSTRAINT visit_reason CHECK (status <> 'unplaced' OR reason_code IS NOT NULL);

CREATE INDEX visit_unplaced ON visit (subscription_id) WHERE status = 'unplaced';
CREATE INDEX subscription_active ON subscription (clinic_id, next_visit_at) WHERE status = 'active';

-- The first appointment of the plan that is still ahead. Locks come after those of its appointments. The row is locked
-- by a statement of its own, so that the next one sees what whoever held it has done to other visits.
CREATE FUNCTION keep_next_visit(plan uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM 1 FROM subscription WHERE id = plan FOR NO KEY UPDATE;
  UPDATE subscription SET next_visit_at = next.starts_at
  FROM (SELECT min(a.starts_at) AS starts_at FROM visit v JOIN appointment a ON a.id = v.appointment_id
    WHERE v.subscription_id = plan AND occupies(a.status) AND a.starts_at > now()) AS next
  WHERE id = plan AND next_visit_at IS DISTINCT FROM next.starts_at;
END $$;

CREATE FUNCTION follow_appointment() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE visit SET
    status = (CASE
      WHEN NEW.status = 'completed' THEN 'completed'
      WHEN occupies(NEW.status) THEN 'scheduled'
      WHEN NEW.status = 'rejected' THEN 'unplaced'
      ELSE 'cancelled' END)::visit_status,
    reason_code = CASE
      WHEN NEW.status = 'rejected' THEN 'declined'
      WHEN NEW.status = 'no_show' THEN 'missed'
      WHEN NEW.starts_at <> OLD.starts_at OR reason_code IN ('declined', 'missed') THEN NULL
      ELSE reason_code END,
    reason_detail = CASE WHEN NEW.starts_at <> OLD.starts_at THEN NULL ELSE reason_detail END,
    tried_at = CASE WHEN NEW.status = 'rejected' THEN clock_timestamp() ELSE tried_at END
  WHERE appointment_id = NEW.id;
  RETURN NULL;
END $$;

CREATE TRIGGER visit_follows_appointment AFTER UPDATE ON appointment FOR EACH ROW
  WHEN (OLD.status IS DISTINCT FROM NEW.status OR OLD.starts_at IS DISTINCT FROM NEW.starts_at)
  EXECUTE FUNCTION follow_appointment();

CREATE FUNCTION visits_written() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM keep_next_visit(subscription_id) FROM (SELECT DISTINCT subscription_id FROM written ORDER BY 1) AS plan;
  RETURN NULL;
END $$;

-- Also where a visit followed its appointment; once for all visits of a statement, as a year's are written together.
CREATE TRIGGER visit_keeps_next AFTER INSERT ON visit REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION visits_written();
CREATE TRIGGER visit_placed_keeps_next AFTER UPDATE ON visit REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION visits_written();

REVOKE EXECUTE ON FUNCTION keep_next_visit(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION keep_next_visit(uuid) TO slotwell_app;

-- ─── Messages: attempts are kept, what there may be only one of is written once ──────────────────────────────────

CREATE UNIQUE INDEX message_once_key ON message (once_key) WHERE once_key IS NOT NULL;

ALTER TABLE clinic
  ALTER COLUMN reminder_minutes SET NOT NULL,
  ADD CONSTRAINT clinic_reminder_minutes CHECK (
    cardinality(reminder_minutes) <= 5 AND 15 <= ALL (reminder_minutes) AND 43200 >= ALL (reminder_minutes));

GRANT SELECT, INSERT ON message_attempt TO slotwell_app;
GRANT USAGE ON SEQUENCE message_attempt_id_seq TO slotwell_app;
GRANT SELECT, INSERT, DELETE ON reminder_opt_out TO slotwell_app;
