-- AlterTable
ALTER TABLE "app_user" ADD COLUMN     "erased_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "user_id" UUID NOT NULL,
    "key" BYTEA NOT NULL,
    "epoch" INTEGER NOT NULL,
    "browser" TEXT,
    "system" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "session_key_key" ON "session"("key");

-- CreateIndex
CREATE INDEX "session_user_id_idx" ON "session"("user_id");

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ─── Nobody books for an account that is no more ─────────────────────────────────────────────────────────────────
-- Whoever deletes an account holds its row FOR UPDATE. A writer waits for that here, and then reads what has become of
-- it; one who came first is waited for by the deletion, which finds what they wrote.

CREATE FUNCTION keep_from_erased() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  erased timestamptz;
BEGIN
  SELECT erased_at INTO erased FROM app_user WHERE id = NEW.patient_id FOR KEY SHARE;
  IF erased IS NOT NULL THEN
    PERFORM refuse('account_erased', TG_TABLE_NAME, '{}');
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER appointment_account_made AFTER INSERT ON appointment
  FOR EACH ROW WHEN (NEW.patient_id IS NOT NULL AND occupies(NEW.status)) EXECUTE FUNCTION keep_from_erased();
CREATE TRIGGER appointment_account_changed AFTER UPDATE OF status, patient_id ON appointment
  FOR EACH ROW WHEN (NEW.patient_id IS NOT NULL AND occupies(NEW.status)
    AND (NOT occupies(OLD.status) OR OLD.status = 'held' OR OLD.patient_id IS DISTINCT FROM NEW.patient_id))
  EXECUTE FUNCTION keep_from_erased();
CREATE TRIGGER subscription_account AFTER INSERT OR UPDATE OF status, patient_id ON subscription
  FOR EACH ROW WHEN (NEW.patient_id IS NOT NULL AND NEW.status IN ('active', 'paused'))
  EXECUTE FUNCTION keep_from_erased();
CREATE TRIGGER waitlist_account AFTER INSERT ON waitlist_entry
  FOR EACH ROW EXECUTE FUNCTION keep_from_erased();

GRANT SELECT, INSERT, UPDATE, DELETE ON session TO slotwell_app;
-- A mail server's answer may repeat the address.
GRANT UPDATE (answer) ON message_attempt TO slotwell_app;
