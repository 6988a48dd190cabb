import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { migrate } from '../../lib/migrations'

/** Runs once before the tests on the embedded database: migrates one in memory and keeps its image for all of them. */
export default async function setup(): Promise<void> {
  const database = await PGlite.create()
  await migrate(database)
  const image = await database.dumpDataDir('none')
  await database.close()
  const file = path.join(await mkdtemp(path.join(tmpdir(), 'framewise-embedded-')), 'image.tar')
  await writeFile(file, Buffer.from(await image.arrayBuffer()))
  process.env.FRAMEWISE_TEST_IMAGE = file
}
