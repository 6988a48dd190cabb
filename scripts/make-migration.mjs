// Writes the SQL that takes the database from the existing migrations to prisma/schema.prisma
// into prisma/migrations/NNN_name/migration.sql. Usage: npm run make-migration -- name
// With --check it writes nothing and fails when there would be something to write.
// It runs Prisma's own schema engine as WebAssembly, so it needs no download and no database server.
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { schemaDifference } from './schema-engine.mjs'

const name = process.argv[2]
const onlyCheck = name === '--check'
if (!onlyCheck && !/^[a-z][a-z0-9_]*$/.test(name ?? '')) {
  console.error('Name the migration in lower case, e.g.: npm run make-migration -- add_threads')
  process.exit(2)
}

const sql = await schemaDifference()
if (sql.trim() === '') {
  console.log('The migrations already agree with prisma/schema.prisma: nothing to write.')
  process.exit(0)
}
if (onlyCheck) {
  console.error(
    `The migrations do not lead to prisma/schema.prisma. Missing:\n${sql}\nRun: npm run make-migration -- name`,
  )
  process.exit(1)
}
const taken = (await readdir('prisma/migrations')).filter((entry) => /^\d{3}_/.test(entry))
const folder = `prisma/migrations/${String(taken.length + 1).padStart(3, '0')}_${name}`
await mkdir(folder)
await writeFile(`${folder}/migration.sql`, `${sql}\n`)
console.log(`Wrote ${folder}/migration.sql. Add by hand what the schema cannot say: CHECKs, partial indexes, triggers.`)
