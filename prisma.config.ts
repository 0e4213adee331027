import { defineConfig } from "prisma/config";

// For people who use the `prisma` command themselves; `npm start` and `npm run db:migrate` do not read this file.
export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations", seed: "npm run db:seed" },
  datasource: { url: process.env.DATABASE_URL ?? "" },
});
