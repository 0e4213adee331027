-- AlterTable
ALTER TABLE "access_token" ADD COLUMN     "epoch" INTEGER;

-- A program's token is worth what a session of the same moment is: it always says of which epoch it is.
ALTER TABLE access_token ADD CONSTRAINT access_token_epoch CHECK (purpose <> 'api' OR epoch IS NOT NULL);

CREATE INDEX access_token_api ON access_token (subject) WHERE purpose = 'api' AND revoked_at IS NULL;

-- When a process last did background work: whether anybody does is for /ready to say.
CREATE TABLE "worker" (
    "id" UUID NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "worker_pkey" PRIMARY KEY ("id")
);

GRANT SELECT, INSERT, UPDATE, DELETE ON worker TO slotwell_app;
