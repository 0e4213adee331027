-- In which language people without an account booked; null: as the clinic writes. slotwell_app may write them by the
-- grants on the whole tables.
ALTER TABLE "appointment" ADD COLUMN "contact_locale" TEXT;
ALTER TABLE "subscription" ADD COLUMN "contact_locale" TEXT;
