import sharp from "sharp";
import { expect, test } from "vitest";
import { doctorProfile } from "#lib/scheduling/server/doctors/doctor-profile.ts";
import { findDoctor } from "#lib/scheduling/server/doctors/doctors.ts";
import { findPhoto } from "#lib/scheduling/server/doctors/find-photo.ts";
import { removePhoto } from "#lib/scheduling/server/doctors/remove-photo.ts";
import { removePublication } from "#lib/scheduling/server/doctors/remove-publication.ts";
import { savePhoto } from "#lib/scheduling/server/doctors/save-photo.ts";
import { saveProfile } from "#lib/scheduling/server/doctors/save-profile.ts";
import { savePublication } from "#lib/scheduling/server/doctors/save-publication.ts";
import { ownerSql } from "../database.ts";
import { makeHouse, makePerson } from "../factories.ts";

async function house() {
  const made = await makeHouse({ doctors: 2 });
  const { clinic, doctor } = made;
  const [row] = await ownerSql<{ slug: string }>("SELECT slug FROM doctor WHERE id = $1", [doctor.doctorId]);
  return { ...made, of: { clinicId: clinic.id, doctorId: doctor.doctorId }, slug: row?.slug ?? "" };
}

const picture = async (width = 900, height = 600) =>
  new Uint8Array(
    await sharp({ create: { width, height, channels: 3, background: "#3a6" } })
      .jpeg()
      .withExif({ IFD3: { GPSLatitude: "51/1 30/1 0/1" } })
      .toBuffer(),
  );

test("a doctor says who they are, and everybody reads it but where they meet by video", async () => {
  const { doctor, of, slug, clinic } = await house();
  const words = {
    title: "MD",
    specialty: "Skin",
    bio: "Looks closely.\r\n\r\nTells plainly.",
    videoUrl: "https://v.example.test/a",
  };
  expect(await saveProfile(doctor.actor, { ...of, ...words })).toMatchObject({ ok: true });
  const page = await findDoctor(clinic.id, slug);
  expect(page).toMatchObject({ title: "MD", specialty: "Skin", bio: "Looks closely.\n\nTells plainly." });
  expect(JSON.stringify(page)).not.toContain("v.example.test");
  expect(await doctorProfile(doctor.actor, of)).toMatchObject({ value: { videoUrl: words.videoUrl, isPublic: true } });
  const emptied = await saveProfile(doctor.actor, { ...of, title: " ", specialty: "", bio: "", videoUrl: "" });
  expect(emptied).toMatchObject({ ok: true });
  expect(await findDoctor(clinic.id, slug)).toMatchObject({ title: null, specialty: null, bio: null });
});

test("publications stand by year, are written anew and removed, and none is there twice", async () => {
  const { doctor, of, slug, clinic } = await house();
  const add = (words: object) => savePublication(doctor.actor, { ...of, ...words });
  const old = await add({ title: "Old", year: "2001", doi: "https://doi.org/10.1000/old" });
  await add({ title: "New", venue: "The Journal", year: "2024", doi: "doi:10.1000/new" });
  await add({ title: "Timeless" });
  const titles = async () => (await findDoctor(clinic.id, slug))?.publications.map(({ title }) => title);
  expect(await titles()).toEqual(["New", "Old", "Timeless"]);
  expect((await findDoctor(clinic.id, slug))?.publications[0]).toMatchObject({
    doi: "10.1000/new",
    venue: "The Journal",
  });
  expect(await add({ title: "Again", doi: "10.1000/new" })).toMatchObject({
    refusal: { errors: [{ path: "doi", message: "duplicate" }] },
  });
  expect(await add({ title: "Bad", doi: "10/x", year: "20x4" })).toMatchObject({
    refusal: {
      errors: [
        { path: "year", message: "number" },
        { path: "doi", message: "doi" },
      ],
    },
  });
  if (!old.ok) throw new Error(old.refusal.code);
  const { id } = old.value;
  expect(await add({ id, title: "Old, revised", year: 2025, doi: "10.1000/old" })).toMatchObject({ ok: true });
  expect(await titles()).toEqual(["Old, revised", "New", "Timeless"]);
  expect(await removePublication(doctor.actor, { ...of, id })).toMatchObject({ ok: true });
  expect(await removePublication(doctor.actor, { ...of, id })).toMatchObject({ refusal: { code: "NOT_FOUND" } });
  expect(await titles()).toEqual(["New", "Timeless"]);
});

test("nobody changes another doctor's, not by their own page's ids either", async () => {
  const { doctor, doctors, of } = await house();
  const other = doctors[1] as typeof doctor;
  const mine = await savePublication(doctor.actor, { ...of, title: "Mine" });
  if (!mine.ok) throw new Error(mine.refusal.code);
  const theirs = { ...of, doctorId: other.doctorId };
  const foreign = { refusal: { code: "NOT_FOUND" } };
  expect(await savePublication(other.actor, { ...theirs, id: mine.value.id, title: "Stolen" })).toMatchObject(foreign);
  expect(await removePublication(other.actor, { ...theirs, id: mine.value.id })).toMatchObject(foreign);
  const staff = await makePerson({ id: of.clinicId, timeZone: "Europe/London" }, "staff");
  expect(await savePhoto(staff.actor, of, await picture())).toMatchObject(foreign);
});

test("a photo is cut to squares without what the camera wrote, has a new address each time, and can go again", async () => {
  const { doctor, of, slug, clinic } = await house();
  const upload = await picture();
  expect(Buffer.from(upload).includes("Exif")).toBe(true);
  const first = await savePhoto(doctor.actor, of, upload);
  if (!first.ok) throw new Error(first.refusal.code);
  const { key } = first.value;
  expect((await findDoctor(clinic.id, slug))?.photo).toBe(key);
  for (const size of [128, 640]) {
    const found = await findPhoto(`${key}-${size}`);
    expect(found?.type).toBe("image/webp");
    const square = await sharp(found?.bytes).metadata();
    expect(square).toMatchObject({ width: size, height: size, format: "webp" });
    expect(square.exif).toBeUndefined();
  }
  const second = await savePhoto(doctor.actor, of, await picture(400, 400));
  expect(second).toMatchObject({ ok: true });
  expect(second.ok && second.value.key).not.toBe(key);
  expect(await findPhoto(`${key}-640`)).toBeNull();
  expect(await removePhoto(doctor.actor, of)).toMatchObject({ ok: true });
  expect((await findDoctor(clinic.id, slug))?.photo).toBeNull();
  expect(await ownerSql("SELECT 1 FROM doctor_photo WHERE doctor_id = $1", [of.doctorId])).toEqual([]);
});

test("what is no picture is refused, whatever it begins with, and so is what is too large", async () => {
  const { doctor, of } = await house();
  const save = (bytes: Uint8Array<ArrayBuffer>) => savePhoto(doctor.actor, of, bytes);
  const because = (message: string) => ({ refusal: { code: "VALIDATION", errors: [{ path: "photo", message }] } });
  expect(await save(new Uint8Array())).toMatchObject(because("required"));
  expect(await save(new TextEncoder().encode("<svg xmlns='http://www.w3.org/2000/svg'/>"))).toMatchObject(
    because("photo_type"),
  );
  const torn = (await picture()).slice(0, 400);
  expect(await save(torn)).toMatchObject(because("photo_type"));
  const large = new Uint8Array(5 * 1024 * 1024 + 1);
  large.set([0xff, 0xd8, 0xff]);
  expect(await save(large)).toMatchObject(because("photo_too_large"));
});
