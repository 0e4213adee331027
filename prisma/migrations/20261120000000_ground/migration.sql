-- Tables as Prisma writes them from schema.prisma, framed by what Prisma cannot say:
-- extensions and functions first, guards and roles after. See docs/decisions/0002-the-database-is-the-referee.md.

CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE EXTENSION IF NOT EXISTS citext;

-- RFC 9562 version 7, for PostgreSQL 15 to 17, which have no uuidv7().
CREATE FUNCTION uuid_v7() RETURNS uuid LANGUAGE sql VOLATILE PARALLEL SAFE AS $$
  SELECT encode(
    set_bit(set_bit(
      overlay(uuid_send(gen_random_uuid())
              PLACING substring(int8send((extract(epoch FROM clock_timestamp()) * 1000)::bigint) FROM 3)
              FROM 1 FOR 6),
      52, 1), 53, 1),
    'hex')::uuid
$$;

-- CreateEnum
CREATE TYPE "role" AS ENUM ('patient', 'doctor', 'staff', 'admin');

-- CreateEnum
CREATE TYPE "service_mode" AS ENUM ('in_person', 'phone', 'video');

-- CreateEnum
CREATE TYPE "appointment_status" AS ENUM ('held', 'pending', 'confirmed', 'checked_in', 'in_progress', 'on_hold', 'completed', 'cancelled', 'rejected', 'no_show', 'expired');

-- CreateEnum
CREATE TYPE "subscription_status" AS ENUM ('active', 'paused', 'cancelled', 'completed');

-- CreateEnum
CREATE TYPE "subscription_frequency" AS ENUM ('weekly', 'biweekly', 'monthly');

-- CreateEnum
CREATE TYPE "payment_status" AS ENUM ('unpaid', 'paid', 'refunded');

-- CreateEnum
CREATE TYPE "visit_status" AS ENUM ('scheduled', 'completed', 'cancelled', 'skipped', 'unplaced');

-- CreateEnum
CREATE TYPE "waitlist_status" AS ENUM ('waiting', 'offered', 'accepted', 'declined', 'expired', 'withdrawn');

-- CreateEnum
CREATE TYPE "message_status" AS ENUM ('queued', 'sending', 'sent', 'superseded', 'dead');

-- CreateEnum
CREATE TYPE "token_purpose" AS ENUM ('verify_email', 'reset_password', 'first_admin', 'api', 'appointment', 'subscription', 'feed');

-- CreateTable
CREATE TABLE "clinic" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "locale" TEXT NOT NULL DEFAULT 'en',
    "address_line1" TEXT,
    "address_line2" TEXT,
    "city" TEXT,
    "postcode" TEXT,
    "country" CHAR(2),
    "phone" TEXT,
    "email" CITEXT,
    "slot_minutes" INTEGER NOT NULL DEFAULT 30,
    "slot_capacity" INTEGER NOT NULL DEFAULT 5,
    "day_capacity" INTEGER,
    "horizon_days" INTEGER NOT NULL DEFAULT 30,
    "min_notice_minutes" INTEGER NOT NULL DEFAULT 0,
    "cancel_notice_hours" INTEGER NOT NULL DEFAULT 24,
    "hold_minutes" INTEGER NOT NULL DEFAULT 10,
    "no_show_limit" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "clinic_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "app_user" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "email" CITEXT NOT NULL,
    "password_hash" TEXT,
    "name" TEXT NOT NULL,
    "phone" TEXT,
    "locale" TEXT NOT NULL DEFAULT 'en',
    "email_verified_at" TIMESTAMPTZ(3),
    "disabled_at" TIMESTAMPTZ(3),
    "session_epoch" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "app_user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membership" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "user_id" UUID NOT NULL,
    "clinic_id" UUID NOT NULL,
    "role" "role" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "doctor" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "user_id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "title" TEXT,
    "specialty" TEXT,
    "bio" TEXT,
    "photo" TEXT,
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "doctor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "publication" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "doctor_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "venue" TEXT,
    "year" INTEGER,
    "doi" TEXT,

    CONSTRAINT "publication_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "service" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "clinic_id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT,
    "duration_minutes" INTEGER NOT NULL,
    "buffer_before_minutes" INTEGER NOT NULL DEFAULT 0,
    "buffer_after_minutes" INTEGER NOT NULL DEFAULT 0,
    "group_size" INTEGER NOT NULL DEFAULT 1,
    "resource_kind" TEXT,
    "price_amount" INTEGER NOT NULL DEFAULT 0,
    "mode" "service_mode" NOT NULL DEFAULT 'in_person',
    "requires_confirmation" BOOLEAN NOT NULL DEFAULT true,
    "cancel_notice_hours" INTEGER,
    "questions" JSONB NOT NULL DEFAULT '[]',
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "service_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "doctor_service" (
    "doctor_id" UUID NOT NULL,
    "service_id" UUID NOT NULL,
    "price_amount" INTEGER,
    "duration_minutes" INTEGER,
    "is_active" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "doctor_service_pkey" PRIMARY KEY ("doctor_id","service_id")
);

-- CreateTable
CREATE TABLE "resource" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "clinic_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "is_active" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "resource_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "business_hours" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "clinic_id" UUID NOT NULL,
    "day_of_week" SMALLINT NOT NULL,
    "open_time" TIME(0),
    "close_time" TIME(0),
    "is_closed" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "business_hours_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "closure" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "clinic_id" UUID NOT NULL,
    "from_date" DATE NOT NULL,
    "to_date" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "open_time" TIME(0),
    "close_time" TIME(0),

    CONSTRAINT "closure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "time_slot" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "clinic_id" UUID NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "local_date" DATE NOT NULL,
    "capacity" INTEGER NOT NULL,
    "booked" INTEGER NOT NULL DEFAULT 0,
    "ceiling" INTEGER NOT NULL DEFAULT 0,
    "is_open" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "time_slot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "clinic_day" (
    "clinic_id" UUID NOT NULL,
    "local_date" DATE NOT NULL,
    "capacity" INTEGER,
    "booked" INTEGER NOT NULL DEFAULT 0,
    "ceiling" INTEGER,

    CONSTRAINT "clinic_day_pkey" PRIMARY KEY ("clinic_id","local_date")
);

-- CreateTable
CREATE TABLE "weekly_hours" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "doctor_id" UUID NOT NULL,
    "clinic_id" UUID NOT NULL,
    "day_of_week" SMALLINT NOT NULL,
    "start_time" TIME(0) NOT NULL,
    "end_time" TIME(0) NOT NULL,
    "valid_from" DATE,
    "valid_to" DATE,

    CONSTRAINT "weekly_hours_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "availability_window" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "doctor_id" UUID NOT NULL,
    "clinic_id" UUID NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "availability_window_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "time_off" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "doctor_id" UUID NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT,

    CONSTRAINT "time_off_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "group_session" (
    "doctor_id" UUID NOT NULL,
    "service_id" UUID NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "clinic_id" UUID NOT NULL,
    "seats" INTEGER NOT NULL,
    "booked" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "group_session_pkey" PRIMARY KEY ("doctor_id","service_id","starts_at")
);

-- CreateTable
CREATE TABLE "appointment" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "clinic_id" UUID NOT NULL,
    "doctor_id" UUID NOT NULL,
    "service_id" UUID NOT NULL,
    "patient_id" UUID,
    "contact_name" TEXT,
    "contact_email" CITEXT,
    "contact_phone" TEXT,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "buffer_before_minutes" INTEGER NOT NULL DEFAULT 0,
    "buffer_after_minutes" INTEGER NOT NULL DEFAULT 0,
    "occupied" tstzrange NOT NULL,
    "local_date" DATE NOT NULL,
    "group_size" INTEGER NOT NULL DEFAULT 1,
    "session_key" UUID NOT NULL,
    "resource_id" UUID,
    "status" "appointment_status" NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "notes" TEXT,
    "internal_notes" TEXT,
    "answers" JSONB NOT NULL DEFAULT '[]',
    "price_amount" INTEGER NOT NULL,
    "price_currency" CHAR(3) NOT NULL,
    "urgent" BOOLEAN NOT NULL DEFAULT false,
    "hold_expires_at" TIMESTAMPTZ(3),
    "confirmed_at" TIMESTAMPTZ(3),
    "cancelled_at" TIMESTAMPTZ(3),
    "cancelled_by_id" UUID,
    "cancel_reason" TEXT,
    "video_url" TEXT,
    "ics_uid" TEXT NOT NULL DEFAULT (uuid_v7())::text,
    "ics_sequence" INTEGER NOT NULL DEFAULT 0,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "appointment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "subscription" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "clinic_id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "service_id" UUID NOT NULL,
    "doctor_id" UUID,
    "another_doctor_allowed" BOOLEAN NOT NULL DEFAULT true,
    "patient_id" UUID,
    "contact_name" TEXT,
    "contact_email" CITEXT,
    "contact_phone" TEXT,
    "address_line1" TEXT,
    "city" TEXT,
    "postcode" TEXT,
    "country" CHAR(2),
    "account_linked_at" TIMESTAMPTZ(3),
    "frequency" "subscription_frequency" NOT NULL,
    "months" INTEGER NOT NULL,
    "start_date" DATE NOT NULL,
    "preferred_time" TIME(0),
    "status" "subscription_status" NOT NULL DEFAULT 'active',
    "payment_status" "payment_status" NOT NULL DEFAULT 'unpaid',
    "price_per_visit" INTEGER NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "cancel_notice_hours" INTEGER NOT NULL DEFAULT 24,
    "next_visit_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "subscription_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "visit" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "subscription_id" UUID NOT NULL,
    "sequence" INTEGER NOT NULL,
    "target_date" DATE NOT NULL,
    "appointment_id" UUID,
    "status" "visit_status" NOT NULL,
    "reason_code" TEXT,
    "reason_detail" JSONB,

    CONSTRAINT "visit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "waitlist_entry" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "clinic_id" UUID NOT NULL,
    "service_id" UUID NOT NULL,
    "doctor_id" UUID,
    "patient_id" UUID NOT NULL,
    "days_of_week" INTEGER[],
    "from_time" TIME(0),
    "to_time" TIME(0),
    "until_date" DATE NOT NULL,
    "status" "waitlist_status" NOT NULL DEFAULT 'waiting',
    "offer_id" UUID,
    "offer_expires_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "waitlist_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "message" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "clinic_id" UUID,
    "user_id" UUID,
    "appointment_id" UUID,
    "appointment_version" INTEGER,
    "kind" TEXT NOT NULL,
    "recipient" CITEXT NOT NULL,
    "locale" TEXT NOT NULL DEFAULT 'en',
    "payload" JSONB NOT NULL DEFAULT '{}',
    "status" "message_status" NOT NULL DEFAULT 'queued',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_attempt_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "leased_until" TIMESTAMPTZ(3),
    "sent_at" TIMESTAMPTZ(3),
    "last_error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "id" BIGSERIAL NOT NULL,
    "clinic_id" UUID,
    "actor_id" UUID,
    "actor_role" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject_type" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "detail" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_seal" (
    "position" BIGINT NOT NULL,
    "entry_id" BIGINT NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "audit_seal_pkey" PRIMARY KEY ("position")
);

-- CreateTable
CREATE TABLE "idempotency_key" (
    "actor" TEXT NOT NULL,
    "route" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "request_hash" BYTEA NOT NULL,
    "status" INTEGER,
    "response" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotency_key_pkey" PRIMARY KEY ("actor","route","key")
);

-- CreateTable
CREATE TABLE "access_token" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "hash" BYTEA NOT NULL,
    "purpose" "token_purpose" NOT NULL,
    "subject" TEXT NOT NULL,
    "name" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),
    "last_used_at" TIMESTAMPTZ(3),

    CONSTRAINT "access_token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "bucket" TEXT NOT NULL,
    "window_start" TIMESTAMPTZ(3) NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("bucket","window_start")
);

-- CreateTable
CREATE TABLE "change" (
    "id" BIGSERIAL NOT NULL,
    "clinic_id" UUID NOT NULL,
    "local_date" DATE NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "change_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "clinic_slug_key" ON "clinic"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "app_user_email_key" ON "app_user"("email");

-- CreateIndex
CREATE INDEX "membership_clinic_id_role_idx" ON "membership"("clinic_id", "role");

-- CreateIndex
CREATE UNIQUE INDEX "membership_user_id_clinic_id_role_key" ON "membership"("user_id", "clinic_id", "role");

-- CreateIndex
CREATE UNIQUE INDEX "doctor_user_id_key" ON "doctor"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "doctor_slug_key" ON "doctor"("slug");

-- CreateIndex
CREATE INDEX "publication_doctor_id_idx" ON "publication"("doctor_id");

-- CreateIndex
CREATE UNIQUE INDEX "service_clinic_id_slug_key" ON "service"("clinic_id", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "service_id_clinic_id_key" ON "service"("id", "clinic_id");

-- CreateIndex
CREATE INDEX "doctor_service_service_id_idx" ON "doctor_service"("service_id");

-- CreateIndex
CREATE INDEX "resource_clinic_id_kind_idx" ON "resource"("clinic_id", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "resource_clinic_id_name_key" ON "resource"("clinic_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "resource_id_clinic_id_key" ON "resource"("id", "clinic_id");

-- CreateIndex
CREATE INDEX "business_hours_clinic_id_day_of_week_idx" ON "business_hours"("clinic_id", "day_of_week");

-- CreateIndex
CREATE INDEX "closure_clinic_id_from_date_idx" ON "closure"("clinic_id", "from_date");

-- CreateIndex
CREATE INDEX "time_slot_clinic_id_local_date_idx" ON "time_slot"("clinic_id", "local_date");

-- CreateIndex
CREATE UNIQUE INDEX "time_slot_clinic_id_starts_at_key" ON "time_slot"("clinic_id", "starts_at");

-- CreateIndex
CREATE INDEX "weekly_hours_clinic_id_doctor_id_idx" ON "weekly_hours"("clinic_id", "doctor_id");

-- CreateIndex
CREATE INDEX "availability_window_doctor_id_starts_at_idx" ON "availability_window"("doctor_id", "starts_at");

-- CreateIndex
CREATE INDEX "time_off_doctor_id_starts_at_idx" ON "time_off"("doctor_id", "starts_at");

-- CreateIndex
CREATE INDEX "appointment_clinic_id_starts_at_idx" ON "appointment"("clinic_id", "starts_at");

-- CreateIndex
CREATE INDEX "appointment_doctor_id_starts_at_idx" ON "appointment"("doctor_id", "starts_at");

-- CreateIndex
CREATE INDEX "appointment_patient_id_starts_at_idx" ON "appointment"("patient_id", "starts_at");

-- CreateIndex
CREATE UNIQUE INDEX "subscription_number_key" ON "subscription"("number");

-- CreateIndex
CREATE INDEX "subscription_clinic_id_contact_email_idx" ON "subscription"("clinic_id", "contact_email");

-- CreateIndex
CREATE INDEX "subscription_patient_id_idx" ON "subscription"("patient_id");

-- CreateIndex
CREATE UNIQUE INDEX "visit_appointment_id_key" ON "visit"("appointment_id");

-- CreateIndex
CREATE UNIQUE INDEX "visit_subscription_id_sequence_key" ON "visit"("subscription_id", "sequence");

-- CreateIndex
CREATE INDEX "waitlist_entry_clinic_id_status_created_at_idx" ON "waitlist_entry"("clinic_id", "status", "created_at");

-- CreateIndex
CREATE INDEX "message_created_at_idx" ON "message"("created_at");

-- CreateIndex
CREATE INDEX "audit_entry_clinic_id_created_at_idx" ON "audit_entry"("clinic_id", "created_at");

-- CreateIndex
CREATE INDEX "audit_entry_subject_type_subject_id_idx" ON "audit_entry"("subject_type", "subject_id");

-- CreateIndex
CREATE UNIQUE INDEX "audit_seal_entry_id_key" ON "audit_seal"("entry_id");

-- CreateIndex
CREATE INDEX "idempotency_key_created_at_idx" ON "idempotency_key"("created_at");

-- CreateIndex
CREATE UNIQUE INDEX "access_token_hash_key" ON "access_token"("hash");

-- CreateIndex
CREATE INDEX "access_token_purpose_subject_idx" ON "access_token"("purpose", "subject");

-- CreateIndex
CREATE INDEX "change_clinic_id_local_date_id_idx" ON "change"("clinic_id", "local_date", "id");

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_clinic_id_fkey" FOREIGN KEY ("clinic_id") REFERENCES "clinic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "doctor" ADD CONSTRAINT "doctor_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "publication" ADD CONSTRAINT "publication_doctor_id_fkey" FOREIGN KEY ("doctor_id") REFERENCES "doctor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service" ADD CONSTRAINT "service_clinic_id_fkey" FOREIGN KEY ("clinic_id") REFERENCES "clinic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "doctor_service" ADD CONSTRAINT "doctor_service_doctor_id_fkey" FOREIGN KEY ("doctor_id") REFERENCES "doctor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "doctor_service" ADD CONSTRAINT "doctor_service_service_id_fkey" FOREIGN KEY ("service_id") REFERENCES "service"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "resource" ADD CONSTRAINT "resource_clinic_id_fkey" FOREIGN KEY ("clinic_id") REFERENCES "clinic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "business_hours" ADD CONSTRAINT "business_hours_clinic_id_fkey" FOREIGN KEY ("clinic_id") REFERENCES "clinic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "closure" ADD CONSTRAINT "closure_clinic_id_fkey" FOREIGN KEY ("clinic_id") REFERENCES "clinic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "time_slot" ADD CONSTRAINT "time_slot_clinic_id_fkey" FOREIGN KEY ("clinic_id") REFERENCES "clinic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "time_slot" ADD CONSTRAINT "time_slot_clinic_id_local_date_fkey" FOREIGN KEY ("clinic_id", "local_date") REFERENCES "clinic_day"("clinic_id", "local_date") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "clinic_day" ADD CONSTRAINT "clinic_day_clinic_id_fkey" FOREIGN KEY ("clinic_id") REFERENCES "clinic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "weekly_hours" ADD CONSTRAINT "weekly_hours_doctor_id_fkey" FOREIGN KEY ("doctor_id") REFERENCES "doctor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "weekly_hours" ADD CONSTRAINT "weekly_hours_clinic_id_fkey" FOREIGN KEY ("clinic_id") REFERENCES "clinic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "availability_window" ADD CONSTRAINT "availability_window_doctor_id_fkey" FOREIGN KEY ("doctor_id") REFERENCES "doctor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "availability_window" ADD CONSTRAINT "availability_window_clinic_id_fkey" FOREIGN KEY ("clinic_id") REFERENCES "clinic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "time_off" ADD CONSTRAINT "time_off_doctor_id_fkey" FOREIGN KEY ("doctor_id") REFERENCES "doctor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_session" ADD CONSTRAINT "group_session_clinic_id_fkey" FOREIGN KEY ("clinic_id") REFERENCES "clinic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_session" ADD CONSTRAINT "group_session_doctor_id_service_id_fkey" FOREIGN KEY ("doctor_id", "service_id") REFERENCES "doctor_service"("doctor_id", "service_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appointment" ADD CONSTRAINT "appointment_clinic_id_fkey" FOREIGN KEY ("clinic_id") REFERENCES "clinic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appointment" ADD CONSTRAINT "appointment_clinic_id_local_date_fkey" FOREIGN KEY ("clinic_id", "local_date") REFERENCES "clinic_day"("clinic_id", "local_date") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appointment" ADD CONSTRAINT "appointment_service_id_clinic_id_fkey" FOREIGN KEY ("service_id", "clinic_id") REFERENCES "service"("id", "clinic_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appointment" ADD CONSTRAINT "appointment_doctor_id_service_id_fkey" FOREIGN KEY ("doctor_id", "service_id") REFERENCES "doctor_service"("doctor_id", "service_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appointment" ADD CONSTRAINT "appointment_patient_id_fkey" FOREIGN KEY ("patient_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appointment" ADD CONSTRAINT "appointment_resource_id_clinic_id_fkey" FOREIGN KEY ("resource_id", "clinic_id") REFERENCES "resource"("id", "clinic_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "subscription" ADD CONSTRAINT "subscription_clinic_id_fkey" FOREIGN KEY ("clinic_id") REFERENCES "clinic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "subscription" ADD CONSTRAINT "subscription_service_id_clinic_id_fkey" FOREIGN KEY ("service_id", "clinic_id") REFERENCES "service"("id", "clinic_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "subscription" ADD CONSTRAINT "subscription_doctor_id_fkey" FOREIGN KEY ("doctor_id") REFERENCES "doctor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "subscription" ADD CONSTRAINT "subscription_patient_id_fkey" FOREIGN KEY ("patient_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit" ADD CONSTRAINT "visit_subscription_id_fkey" FOREIGN KEY ("subscription_id") REFERENCES "subscription"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit" ADD CONSTRAINT "visit_appointment_id_fkey" FOREIGN KEY ("appointment_id") REFERENCES "appointment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "waitlist_entry" ADD CONSTRAINT "waitlist_entry_clinic_id_fkey" FOREIGN KEY ("clinic_id") REFERENCES "clinic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "waitlist_entry" ADD CONSTRAINT "waitlist_entry_service_id_clinic_id_fkey" FOREIGN KEY ("service_id", "clinic_id") REFERENCES "service"("id", "clinic_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "waitlist_entry" ADD CONSTRAINT "waitlist_entry_doctor_id_fkey" FOREIGN KEY ("doctor_id") REFERENCES "doctor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "waitlist_entry" ADD CONSTRAINT "waitlist_entry_patient_id_fkey" FOREIGN KEY ("patient_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message" ADD CONSTRAINT "message_clinic_id_fkey" FOREIGN KEY ("clinic_id") REFERENCES "clinic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message" ADD CONSTRAINT "message_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message" ADD CONSTRAINT "message_appointment_id_fkey" FOREIGN KEY ("appointment_id") REFERENCES "appointment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_seal" ADD CONSTRAINT "audit_seal_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "audit_entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- ─── Vocabulary ───────────────────────────────────────────────────────────────────────────────────────────────────

CREATE FUNCTION occupies(status appointment_status) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT status IN ('held', 'pending', 'confirmed', 'checked_in', 'in_progress', 'on_hold')
$$;

CREATE FUNCTION minute_of_day(wall time) RETURNS int LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT (extract(hour FROM wall) * 60 + extract(minute FROM wall))::int
$$;

-- Instants leave the database as the domain holds them: whole milliseconds. Stable like date_part, or it is not inlined.
CREATE FUNCTION epoch_ms(instant timestamptz) RETURNS bigint LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT (date_part('epoch', instant) * 1000)::bigint
$$;

-- A refusal raised by hand looks like the constraint's own, so that one place can map both by name.
CREATE FUNCTION refuse(constraint_name text, on_table text, detail jsonb) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'row of "%" violates check constraint "%"', on_table, constraint_name
    USING ERRCODE = 'check_violation', CONSTRAINT = constraint_name, TABLE = on_table, DETAIL = detail::text;
END $$;

-- ─── Shapes: bounds finite, close after open, nothing overlapping that must not ──────────────────────────────────

ALTER TABLE clinic
  ADD CONSTRAINT clinic_numbers CHECK (
    slot_minutes BETWEEN 15 AND 480 AND slot_capacity >= 1 AND (day_capacity IS NULL OR day_capacity >= 1)
    AND horizon_days BETWEEN 1 AND 730 AND min_notice_minutes >= 0 AND cancel_notice_hours >= 0
    AND hold_minutes BETWEEN 1 AND 120 AND (no_show_limit IS NULL OR no_show_limit >= 1));

ALTER TABLE service
  ADD CONSTRAINT service_numbers CHECK (
    duration_minutes BETWEEN 5 AND 1440 AND buffer_before_minutes BETWEEN 0 AND 480
    AND buffer_after_minutes BETWEEN 0 AND 480 AND group_size >= 1 AND price_amount >= 0
    AND (cancel_notice_hours IS NULL OR cancel_notice_hours >= 0));

ALTER TABLE doctor_service
  ADD CONSTRAINT doctor_service_numbers CHECK (
    (price_amount IS NULL OR price_amount >= 0)
    AND (duration_minutes IS NULL OR duration_minutes BETWEEN 5 AND 1440));

ALTER TABLE business_hours
  ADD CONSTRAINT business_hours_day CHECK (day_of_week BETWEEN 0 AND 6),
  ADD CONSTRAINT business_hours_order CHECK (
    CASE WHEN is_closed THEN open_time IS NULL AND close_time IS NULL
         ELSE open_time IS NOT NULL AND close_time IS NOT NULL AND close_time > open_time END),
  ADD CONSTRAINT business_hours_overlap EXCLUDE USING gist (
    clinic_id WITH =, day_of_week WITH =,
    int4range(minute_of_day(open_time), minute_of_day(close_time)) WITH &&) WHERE (NOT is_closed),
  ADD CONSTRAINT business_hours_closed EXCLUDE USING gist (
    clinic_id WITH =, day_of_week WITH =, (is_closed::int) WITH <>);

ALTER TABLE closure
  ADD CONSTRAINT closure_order CHECK (
    isfinite(from_date) AND isfinite(to_date) AND to_date >= from_date
    AND (open_time IS NULL) = (close_time IS NULL) AND (open_time IS NULL OR close_time > open_time));

ALTER TABLE weekly_hours
  ADD CONSTRAINT weekly_hours_day CHECK (day_of_week BETWEEN 0 AND 6),
  ADD CONSTRAINT weekly_hours_order CHECK (
    end_time > start_time AND (valid_from IS NULL OR valid_to IS NULL OR valid_to >= valid_from)),
  ADD CONSTRAINT weekly_hours_overlap EXCLUDE USING gist (
    doctor_id WITH =, day_of_week WITH =,
    int4range(minute_of_day(start_time), minute_of_day(end_time)) WITH &&,
    daterange(valid_from, valid_to, '[]') WITH &&);

ALTER TABLE availability_window
  ADD CONSTRAINT availability_window_order CHECK (isfinite(starts_at) AND isfinite(ends_at) AND ends_at > starts_at);

ALTER TABLE time_off
  ADD CONSTRAINT time_off_order CHECK (isfinite(starts_at) AND isfinite(ends_at) AND ends_at > starts_at);

ALTER TABLE time_slot
  ADD CONSTRAINT time_slot_order CHECK (
    isfinite(starts_at) AND isfinite(ends_at) AND ends_at > starts_at
    AND ends_at - starts_at BETWEEN interval '15 minutes' AND interval '480 minutes'),
  ADD CONSTRAINT time_slot_positive CHECK (capacity >= 1),
  ADD CONSTRAINT time_slot_overlap EXCLUDE USING gist (clinic_id WITH =, tstzrange(starts_at, ends_at) WITH &&),
  ADD CONSTRAINT slot_capacity CHECK (booked BETWEEN 0 AND ceiling);

ALTER TABLE clinic_day
  ADD CONSTRAINT clinic_day_date CHECK (isfinite(local_date)),
  ADD CONSTRAINT clinic_day_positive CHECK (capacity IS NULL OR capacity >= 1),
  ADD CONSTRAINT day_capacity CHECK (booked >= 0 AND (ceiling IS NULL OR booked <= ceiling));

ALTER TABLE group_session
  ADD CONSTRAINT session_seats CHECK (booked BETWEEN 0 AND seats);

ALTER TABLE appointment
  ADD CONSTRAINT appointment_order CHECK (
    isfinite(starts_at) AND isfinite(ends_at) AND ends_at > starts_at AND ends_at - starts_at <= interval '24 hours'),
  ADD CONSTRAINT appointment_person CHECK (patient_id IS NOT NULL OR contact_name IS NOT NULL),
  ADD CONSTRAINT appointment_numbers CHECK (price_amount >= 0 AND version >= 1 AND ics_sequence >= 0),
  ADD CONSTRAINT appointment_hold CHECK (status <> 'held' OR hold_expires_at IS NOT NULL),
  ADD CONSTRAINT appointment_cancelled CHECK (status <> 'cancelled' OR cancelled_at IS NOT NULL);

ALTER TABLE subscription
  ADD CONSTRAINT subscription_numbers CHECK (
    months BETWEEN 1 AND 12 AND price_per_visit >= 0 AND cancel_notice_hours >= 0 AND version >= 1),
  ADD CONSTRAINT subscription_person CHECK (patient_id IS NOT NULL OR contact_email IS NOT NULL);

ALTER TABLE waitlist_entry
  ADD CONSTRAINT waitlist_entry_days CHECK (days_of_week <@ ARRAY[0, 1, 2, 3, 4, 5, 6]);

-- ─── A doctor, a patient, a room: never in two places at once ────────────────────────────────────────────────────

ALTER TABLE appointment
  ADD CONSTRAINT appointment_doctor_overlap EXCLUDE USING gist (
    doctor_id WITH =, occupied WITH &&, session_key WITH <>) WHERE (occupies(status)),
  ADD CONSTRAINT appointment_resource_overlap EXCLUDE USING gist (
    resource_id WITH =, occupied WITH &&, session_key WITH <>) WHERE (occupies(status) AND resource_id IS NOT NULL),
  ADD CONSTRAINT appointment_patient_overlap EXCLUDE USING gist (
    patient_id WITH =, tstzrange(starts_at, ends_at) WITH &&) WHERE (occupies(status) AND patient_id IS NOT NULL);

CREATE UNIQUE INDEX appointment_guest_slot ON appointment (clinic_id, contact_email, contact_name, starts_at)
  WHERE occupies(status) AND patient_id IS NULL AND contact_email IS NOT NULL;

CREATE INDEX appointment_pending ON appointment (doctor_id, urgent DESC, created_at) WHERE status = 'pending';

CREATE UNIQUE INDEX access_token_live ON access_token (purpose, subject)
  WHERE used_at IS NULL AND revoked_at IS NULL AND purpose NOT IN ('api', 'first_admin');

CREATE UNIQUE INDEX message_once ON message (appointment_id, kind, appointment_version, recipient)
  WHERE appointment_id IS NOT NULL;

CREATE INDEX message_due ON message (next_attempt_at) WHERE status IN ('queued', 'sending');

-- ─── Ceilings: capacity, or what was booked when capacity was lowered ────────────────────────────────────────────

CREATE FUNCTION keep_ceiling() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    NEW.booked := 0;
    NEW.ceiling := NEW.capacity;
  ELSE
    NEW.ceiling := CASE WHEN NEW.capacity IS NOT NULL
      THEN greatest(NEW.capacity, least(OLD.booked, NEW.booked)) END;
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER time_slot_ceiling BEFORE INSERT OR UPDATE ON time_slot FOR EACH ROW EXECUTE FUNCTION keep_ceiling();
CREATE TRIGGER clinic_day_ceiling BEFORE INSERT OR UPDATE ON clinic_day FOR EACH ROW EXECUTE FUNCTION keep_ceiling();

-- ─── Slots: their day is the clinic's local date; a booked one is never dropped or shifted ───────────────────────

CREATE FUNCTION place_time_slot() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT (NEW.starts_at AT TIME ZONE time_zone)::date INTO NEW.local_date FROM clinic WHERE id = NEW.clinic_id;
  RETURN NEW;
END $$;

CREATE TRIGGER time_slot_place BEFORE INSERT ON time_slot FOR EACH ROW EXECUTE FUNCTION place_time_slot();

CREATE FUNCTION keep_booked_slot() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refuse('time_slot_booked', 'time_slot',
    jsonb_build_object('startsAt', OLD.starts_at, 'booked', OLD.booked));
  RETURN NULL;
END $$;

CREATE TRIGGER time_slot_keep BEFORE DELETE ON time_slot
  FOR EACH ROW WHEN (OLD.booked > 0) EXECUTE FUNCTION keep_booked_slot();
CREATE TRIGGER time_slot_fixed BEFORE UPDATE ON time_slot
  FOR EACH ROW WHEN (OLD.booked > 0 AND (OLD.clinic_id, OLD.starts_at, OLD.ends_at, OLD.local_date)
                     IS DISTINCT FROM (NEW.clinic_id, NEW.starts_at, NEW.ends_at, NEW.local_date))
  EXECUTE FUNCTION keep_booked_slot();

CREATE FUNCTION keep_time_zone() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM time_slot WHERE clinic_id = NEW.id) THEN
    PERFORM refuse('clinic_time_zone_fixed', 'clinic', jsonb_build_object('timeZone', OLD.time_zone));
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER clinic_time_zone BEFORE UPDATE ON clinic
  FOR EACH ROW WHEN (OLD.time_zone IS DISTINCT FROM NEW.time_zone) EXECUTE FUNCTION keep_time_zone();

-- ─── Appointments: derive, lock in the global order, and after the row is in, count ──────────────────────────────
-- Order of locks: days ascending, slots ascending, doctor-days ascending, session, then the appointment's own indexes.
-- Counting waits for AFTER, so that an insert that did not happen (ON CONFLICT DO NOTHING) counts nothing.

CREATE FUNCTION derive_appointment() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  zone text;
  wanted service%ROWTYPE;
  was boolean := TG_OP = 'UPDATE' AND occupies(OLD.status);
  will boolean := occupies(NEW.status);
  days date[];
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
                    = (NEW.doctor_id, NEW.service_id, NEW.occupied, NEW.starts_at, NEW.ends_at) THEN
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
    IF NEW.group_size > 1 THEN
      INSERT INTO group_session (doctor_id, service_id, starts_at, clinic_id, seats)
        VALUES (NEW.doctor_id, NEW.service_id, NEW.starts_at, NEW.clinic_id, NEW.group_size)
        ON CONFLICT DO NOTHING;
      PERFORM 1 FROM group_session
        WHERE doctor_id = NEW.doctor_id AND service_id = NEW.service_id AND starts_at = NEW.starts_at
        FOR NO KEY UPDATE;
    END IF;
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER appointment_derive BEFORE INSERT OR UPDATE ON appointment
  FOR EACH ROW EXECUTE FUNCTION derive_appointment();

CREATE FUNCTION count_appointment() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  was boolean := TG_OP <> 'INSERT' AND occupies(OLD.status);
  will boolean := TG_OP <> 'DELETE' AND occupies(NEW.status);
  same_day boolean := was AND will AND OLD.local_date = NEW.local_date;
  same_time boolean := was AND will AND OLD.starts_at = NEW.starts_at AND OLD.ends_at = NEW.ends_at;
  same_session boolean := was AND will AND OLD.session_key = NEW.session_key;
  day clinic_day%ROWTYPE;
  session group_session%ROWTYPE;
  slot time_slot%ROWTYPE;
  stretch record;
BEGIN
  IF was AND NOT same_day THEN
    UPDATE clinic_day SET booked = booked - 1 WHERE clinic_id = OLD.clinic_id AND local_date = OLD.local_date;
  END IF;
  IF was AND NOT same_time THEN
    UPDATE time_slot SET booked = booked - 1
      WHERE clinic_id = OLD.clinic_id AND starts_at >= OLD.starts_at AND starts_at < OLD.ends_at
        AND NOT (will AND starts_at >= NEW.starts_at AND starts_at < NEW.ends_at);
  END IF;
  IF was AND OLD.group_size > 1 AND NOT same_session THEN
    UPDATE group_session SET booked = booked - 1
      WHERE doctor_id = OLD.doctor_id AND service_id = OLD.service_id AND starts_at = OLD.starts_at;
  END IF;

  IF will AND NOT same_day THEN
    SELECT * INTO day FROM clinic_day WHERE clinic_id = NEW.clinic_id AND local_date = NEW.local_date;
    IF day.booked >= day.capacity THEN
      PERFORM refuse('day_capacity', 'clinic_day',
        jsonb_build_object('localDate', day.local_date, 'booked', day.booked, 'capacity', day.capacity));
    END IF;
    UPDATE clinic_day SET booked = booked + 1 WHERE clinic_id = NEW.clinic_id AND local_date = NEW.local_date;
  END IF;

  IF will AND NOT same_time THEN
    SELECT min(starts_at) AS starts, max(ends_at) AS ends, sum(ends_at - starts_at) AS covered,
           min(starts_at) FILTER (WHERE (NOT is_open OR booked >= capacity)
             AND NOT (was AND starts_at >= OLD.starts_at AND starts_at < OLD.ends_at)) AS blocked
      INTO stretch FROM time_slot
      WHERE clinic_id = NEW.clinic_id AND starts_at >= NEW.starts_at AND starts_at < NEW.ends_at;
    IF stretch.starts IS DISTINCT FROM NEW.starts_at OR stretch.ends < NEW.ends_at
       OR stretch.covered <> stretch.ends - stretch.starts THEN
      PERFORM refuse('slot_coverage', 'time_slot', jsonb_build_object('startsAt', NEW.starts_at));
    END IF;
    IF stretch.blocked IS NOT NULL THEN
      SELECT * INTO slot FROM time_slot WHERE clinic_id = NEW.clinic_id AND starts_at = stretch.blocked;
      PERFORM refuse(CASE WHEN slot.is_open THEN 'slot_capacity' ELSE 'slot_open' END, 'time_slot',
        jsonb_build_object('startsAt', slot.starts_at, 'booked', slot.booked, 'capacity', slot.capacity));
    END IF;
    UPDATE time_slot SET booked = booked + 1
      WHERE clinic_id = NEW.clinic_id AND starts_at >= NEW.starts_at AND starts_at < NEW.ends_at
        AND NOT (was AND starts_at >= OLD.starts_at AND starts_at < OLD.ends_at);
  END IF;

  IF will AND NEW.group_size > 1 AND NOT same_session THEN
    UPDATE group_session SET booked = booked + 1
      WHERE doctor_id = NEW.doctor_id AND service_id = NEW.service_id AND starts_at = NEW.starts_at;
  END IF;

  IF TG_OP <> 'INSERT' THEN
    INSERT INTO change (clinic_id, local_date) VALUES (OLD.clinic_id, OLD.local_date);
  END IF;
  IF TG_OP = 'INSERT' OR (TG_OP = 'UPDATE' AND NEW.local_date <> OLD.local_date) THEN
    INSERT INTO change (clinic_id, local_date) VALUES (NEW.clinic_id, NEW.local_date);
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER appointment_count AFTER INSERT OR UPDATE OR DELETE ON appointment
  FOR EACH ROW EXECUTE FUNCTION count_appointment();

CREATE FUNCTION note_capacity_change() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO change (clinic_id, local_date) VALUES (NEW.clinic_id, NEW.local_date);
  RETURN NULL;
END $$;

CREATE TRIGGER time_slot_change AFTER UPDATE ON time_slot
  FOR EACH ROW WHEN ((OLD.capacity, OLD.is_open) IS DISTINCT FROM (NEW.capacity, NEW.is_open))
  EXECUTE FUNCTION note_capacity_change();
CREATE TRIGGER clinic_day_change AFTER UPDATE ON clinic_day
  FOR EACH ROW WHEN (OLD.capacity IS DISTINCT FROM NEW.capacity) EXECUTE FUNCTION note_capacity_change();

-- ─── Audit: append-only, sealed in batches by a hash chain ───────────────────────────────────────────────────────

CREATE FUNCTION keep_audit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the audit log is append-only' USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE TRIGGER audit_entry_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry
  FOR EACH STATEMENT EXECUTE FUNCTION keep_audit();
CREATE TRIGGER audit_seal_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_seal
  FOR EACH STATEMENT EXECUTE FUNCTION keep_audit();

CREATE FUNCTION audit_hash(previous bytea, entry audit_entry) RETURNS bytea LANGUAGE sql STABLE
  SET timezone = 'UTC' AS $$
  SELECT sha256(previous || convert_to(to_jsonb(entry)::text, 'UTF8'))
$$;

-- The chain follows the order of sealing, not of ids: what commits late is sealed late, and nothing is passed over.
CREATE FUNCTION seal_audit(batch int DEFAULT 1000) RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  last audit_seal%ROWTYPE;
  entry audit_entry%ROWTYPE;
  sealed int := 0;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('seal_audit'));
  SELECT * INTO last FROM audit_seal ORDER BY position DESC LIMIT 1;
  last.position := coalesce(last.position, 0);
  last.hash := coalesce(last.hash, ''::bytea);
  FOR entry IN
    SELECT e.* FROM audit_entry e
    WHERE e.id > (SELECT coalesce(max(entry_id), 0) - 10000 FROM audit_seal)
      AND NOT EXISTS (SELECT FROM audit_seal s WHERE s.entry_id = e.id)
    ORDER BY e.id LIMIT batch
  LOOP
    last.position := last.position + 1;
    last.hash := audit_hash(last.hash, entry);
    INSERT INTO audit_seal (position, entry_id, hash) VALUES (last.position, entry.id, last.hash);
    sealed := sealed + 1;
  END LOOP;
  RETURN sealed;
END $$;

-- The first position whose hash does not follow from its entry and predecessor, or null.
CREATE FUNCTION broken_audit_seal() RETURNS bigint LANGUAGE sql STABLE AS $$
  SELECT min(position) FROM (
    SELECT s.position, s.hash, e AS entry, lag(s.hash, 1, ''::bytea) OVER (ORDER BY s.position) AS previous,
           lag(s.position, 1, 0::bigint) OVER (ORDER BY s.position) AS before
    FROM audit_seal s LEFT JOIN audit_entry e ON e.id = s.entry_id) chain
  WHERE before <> position - 1 OR (entry).id IS NULL OR hash <> audit_hash(previous, entry)
$$;

-- ─── The application's role owns nothing and may not touch a counter ─────────────────────────────────────────────

DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'slotwell_app') THEN CREATE ROLE slotwell_app NOLOGIN; END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;

GRANT USAGE ON SCHEMA public TO slotwell_app;
GRANT SELECT ON ALL TABLES IN SCHEMA public TO slotwell_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO slotwell_app;
GRANT INSERT, UPDATE, DELETE ON clinic, app_user, membership, doctor, publication, service, doctor_service, resource,
  business_hours, closure, weekly_hours, availability_window, time_off, idempotency_key, rate_limit TO slotwell_app;
GRANT INSERT, UPDATE ON subscription, visit, waitlist_entry, message, access_token TO slotwell_app;
GRANT INSERT, UPDATE ON appointment TO slotwell_app;
GRANT INSERT, UPDATE (capacity, is_open), DELETE ON time_slot TO slotwell_app;
GRANT INSERT, UPDATE (capacity) ON clinic_day TO slotwell_app;
GRANT INSERT ON audit_entry TO slotwell_app;
GRANT DELETE ON change TO slotwell_app;

REVOKE EXECUTE ON FUNCTION seal_audit(int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION seal_audit(int) TO slotwell_app;
