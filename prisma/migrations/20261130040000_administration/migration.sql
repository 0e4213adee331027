-- AlterEnum
ALTER TYPE "token_purpose" ADD VALUE 'invitation';

-- CreateTable
CREATE TABLE "invitation" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "clinic_id" UUID NOT NULL,
    "email" CITEXT NOT NULL,
    "roles" "role"[],
    "invited_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "accepted_by_id" UUID,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("id")
);

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_clinic_id_fkey" FOREIGN KEY ("clinic_id") REFERENCES "clinic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_invited_by_id_fkey" FOREIGN KEY ("invited_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_accepted_by_id_fkey" FOREIGN KEY ("accepted_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ─── By hand ─────────────────────────────────────────────────────────────────────────────────────────────────────

-- Inviting somebody twice renews what is open; it does not make a second link.
CREATE UNIQUE INDEX invitation_open ON invitation (clinic_id, email) WHERE accepted_at IS NULL AND revoked_at IS NULL;
ALTER TABLE invitation ADD CONSTRAINT invitation_roles
  CHECK (cardinality(roles) BETWEEN 1 AND 3 AND NOT 'patient' = ANY(roles));
ALTER TABLE invitation ADD CONSTRAINT invitation_end CHECK (accepted_at IS NULL OR revoked_at IS NULL);
ALTER TABLE invitation ADD CONSTRAINT invitation_acceptance CHECK ((accepted_at IS NULL) = (accepted_by_id IS NULL));
GRANT SELECT, INSERT, UPDATE ON invitation TO slotwell_app;

-- The audit log is looked through by person, and analytics by the day that an appointment is on.
CREATE INDEX audit_entry_actor ON audit_entry (actor_id, created_at) WHERE actor_id IS NOT NULL;
CREATE INDEX audit_entry_created ON audit_entry (created_at) WHERE clinic_id IS NULL;
