import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { migrate } from '@/lib/migrations'
import { testEngine } from '../support/database'
import { type EmptyDatabase, openEmptyDatabase } from '../support/empty-database'

let database: EmptyDatabase
let folder: string

async function writeMigration(name: string, sql: string): Promise<void> {
  await mkdir(path.join(folder, name), { recursive: true })
  await writeFile(path.join(folder, name, 'migration.sql'), sql)
}

async function tables(): Promise<string[]> {
  const { rows } = await database.connection.query<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations' ORDER BY 1`,
  )
  return rows.map((row) => row.name)
}

beforeEach(async () => {
  database = await openEmptyDatabase()
  folder = await mkdtemp(path.join(tmpdir(), 'framewise-migrations-'))
  await writeMigration('001_outlets', 'CREATE TABLE outlet (id int); CREATE TABLE article (id int);')
})

afterEach(async () => {
  await database.close()
  await rm(folder, { recursive: true })
})

describe('migrate', () => {
  it('applies what is missing, in order, and says what it applied', async () => {
    expect(await migrate(database.connection, folder)).toEqual(['001_outlets'])
    await writeMigration('003_late', 'DROP TABLE author;')
    await writeMigration('002_authors', 'CREATE TABLE author (id int);')
    expect(await migrate(database.connection, folder)).toEqual(['002_authors', '003_late'])
    expect(await tables()).toEqual(['article', 'outlet'])
    expect(await migrate(database.connection, folder)).toEqual([])
  })

  it('leaves nothing of a failing migration, keeps those before it, and says which failed and why', async () => {
    await writeMigration('002_wrong', 'CREATE TABLE author (id int); CREATE TABLE outlet (id int);')
    await expect(migrate(database.connection, folder)).rejects.toThrow(
      'Migration 002_wrong failed and was undone: relation "outlet" already exists',
    )
    expect(await tables()).toEqual(['article', 'outlet'])
  })

  it('goes on once the failing migration is mended', async () => {
    await writeMigration('002_wrong', 'SELECT 1/0;')
    await expect(migrate(database.connection, folder)).rejects.toThrow('division by zero')
    await writeMigration('002_wrong', 'CREATE TABLE author (id int);')
    expect(await migrate(database.connection, folder)).toEqual(['002_wrong'])
  })

  it('refuses a migration that was edited after it had been applied', async () => {
    await migrate(database.connection, folder)
    await writeMigration('001_outlets', 'CREATE TABLE outlet (id int, name text);')
    await expect(migrate(database.connection, folder)).rejects.toThrow('changed after it had been applied')
  })

  it('refuses a database that a newer version has migrated', async () => {
    await writeMigration('002_future', 'CREATE TABLE future (id int);')
    await migrate(database.connection, folder)
    await rm(path.join(folder, '002_future'), { recursive: true })
    await expect(migrate(database.connection, folder)).rejects.toThrow('newer version: it has the migration 002_future')
  })

  if (testEngine === 'postgres') {
    it('applies each migration once when servers start together', async () => {
      const applied = await Promise.all(
        [database, database, database].map(async ({ connect }) => {
          return migrate(await connect(), folder)
        }),
      )
      expect(applied.flat()).toEqual(['001_outlets'])
      expect(await tables()).toEqual(['article', 'outlet'])
    })
  }

  it('brings an empty database to the tables of the project', async () => {
    await migrate(database.connection)
    expect(await tables()).toContain('Annotation')
  })

  it('takes a database of the first thread on, with what is in it', async () => {
    await rm(path.join(folder, '001_outlets'), { recursive: true })
    await cp('prisma/migrations/001_first_thread', path.join(folder, '001_first_thread'), { recursive: true })
    await migrate(database.connection, folder)
    const id = '00000000-0000-4000-8000-000000000001'
    await database.connection.exec(`
      INSERT INTO "User" ("id", "email", "name") VALUES ('${id}', 'lea@example.org', 'Lea');
      INSERT INTO "Study" ("id", "title", "seed", "createdById") VALUES ('${id}', 'Harbour', 7, '${id}');`)
    const all = (await readdir('prisma/migrations')).filter((name) => /^\d/.test(name)).sort()
    expect(await migrate(database.connection)).toEqual(all.slice(1))
    expect(await tables()).toEqual(expect.arrayContaining(['AgreementComputation', 'DocumentStatistics']))
    const { rows } = await database.connection.query('SELECT "title" FROM "Study"')
    expect(rows).toEqual([{ title: 'Harbour' }])
  })

  it('takes a database on in which a coding was reopened, with its question and its time', async () => {
    await rm(path.join(folder, '001_outlets'), { recursive: true })
    const all = (await readdir('prisma/migrations')).filter((name) => /^\d/.test(name)).sort()
    const first = all.slice(0, all.indexOf('006_confirmed_ineligible'))
    for (const name of first) await cp(`prisma/migrations/${name}`, path.join(folder, name), { recursive: true })
    await migrate(database.connection, folder)
    const id = '00000000-0000-4000-8000-000000000001'
    const coding = `"id", "studyId", "roundId", "documentId", "coderId", "codebookVersionId", "position", "openedAt"`
    const ofAll = `'${id}', '${id}', '${id}', '${id}', '${id}', 1, now()`
    await database.connection.exec(`
      INSERT INTO "User" ("id", "email", "name") VALUES ('${id}', 'lea@example.org', 'Lea');
      INSERT INTO "Study" ("id", "title", "seed", "createdById") VALUES ('${id}', 'Harbour', 7, '${id}');
      INSERT INTO "Membership" ("id", "studyId", "userId", "roles", "pseudonym")
        VALUES ('${id}', '${id}', '${id}', '{lead,coder}', 'C01');
      INSERT INTO "CodebookVersion" ("id", "studyId", "version", "state", "title", "publishedAt")
        VALUES ('${id}', '${id}', '1.0.0', 'published', 'Characters', now());
      INSERT INTO "Round" ("id", "studyId", "number", "title", "purpose", "codebookVersionId", "plan")
        VALUES ('${id}', '${id}', 1, 'Main round', 'main', '${id}', '{}');
      INSERT INTO "Document" ("id", "studyId", "number", "title", "text", "sha256", "length", "importedById")
        VALUES ('${id}', '${id}', 1, 'Wire', 'Tarn', encode(sha256('Tarn'), 'hex'), 4, '${id}');
      INSERT INTO "Coding" (${coding}, "state", "submittedAt", "nothingToCode")
        VALUES ('${id}', ${ofAll}, 'submitted', now(), true);
      INSERT INTO "Coding" (${coding}, "state", "revision", "inIrr", "reopenReason")
        VALUES ('${id.replace(/1$/, '2')}', ${ofAll}, 'open', 1, false, 'A slip.');
      INSERT INTO "CoderQuestion" ("codingId", "id", "studyId", "start", "end", "question")
        VALUES ('${id}', '${id}', '${id}', 0, 4, 'Who is this?');
      INSERT INTO "ActiveTime" ("codingId", "sessionId", "studyId", "seconds", "beganAt", "reportedAt")
        VALUES ('${id}', '${id}', '${id}', 60, now(), now());`)
    expect(await migrate(database.connection)).toEqual(all.slice(first.length))
    const { rows } = await database.connection.query(`
      SELECT c."revision", c."reopenReason", q."question", t."seconds" FROM "Coding" c
        LEFT JOIN "CoderQuestion" q ON q."codingId" = c."id" LEFT JOIN "ActiveTime" t ON t."codingId" = c."id"
      ORDER BY c."revision"`)
    expect(rows).toEqual([
      { revision: 0, reopenReason: null, question: 'Who is this?', seconds: 60 },
      { revision: 1, reopenReason: 'A slip.', question: null, seconds: null },
    ])
  })
})
