-- A doctor's picture, cut to squares. `doctor.photo` is the key under which browsers ask for it.
CREATE TABLE "doctor_photo" (
    "doctor_id" UUID NOT NULL,
    "size" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "doctor_photo_pkey" PRIMARY KEY ("doctor_id","size")
);
CREATE INDEX "doctor_photo_key_idx" ON "doctor_photo"("key");
ALTER TABLE "doctor_photo" ADD CONSTRAINT "doctor_photo_doctor_id_fkey"
  FOREIGN KEY ("doctor_id") REFERENCES "doctor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "doctor_photo" ADD CONSTRAINT "doctor_photo_size" CHECK (octet_length("bytes") BETWEEN 1 AND 5242880);

-- Where a doctor usually meets patients by video.
ALTER TABLE "doctor" ADD COLUMN "video_url" TEXT;
ALTER TABLE "doctor" ADD CONSTRAINT "doctor_video_url" CHECK ("video_url" LIKE 'https://%');
ALTER TABLE "appointment" ADD CONSTRAINT "appointment_video_url" CHECK ("video_url" LIKE 'https://%');

GRANT SELECT, INSERT, UPDATE, DELETE ON "doctor_photo" TO slotwell_app;
