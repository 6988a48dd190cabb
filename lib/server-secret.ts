import { randomBytes } from 'node:crypto'
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { openedDatabase } from './db'
import { env } from './env'

const newSecret = () => randomBytes(32).toString('base64url')

/** The secret in a file that only its owner can read. Of two that make it at once, the first stays. */
async function secretOfFolder(folder: string): Promise<string> {
  const file = path.join(folder, 'session-secret')
  await mkdir(folder, { recursive: true })
  const draft = `${file}.${randomBytes(6).toString('hex')}`
  await writeFile(draft, newSecret(), { mode: 0o600 })
  await link(draft, file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
  await rm(draft)
  return readFile(file, 'utf8')
}

/** The secret in the database, which all its servers share. Of two that make it at once, the first stays. */
async function secretOfDatabase(): Promise<string> {
  const { client } = openedDatabase()
  const key = 'session-secret'
  await client.serverSetting.createMany({ data: [{ key, value: newSecret() }], skipDuplicates: true })
  return (await client.serverSetting.findUniqueOrThrow({ where: { key } })).value
}

async function findSecret(): Promise<string> {
  const given = env().secret
  if (given) return given
  const { choice } = openedDatabase()
  return choice.kind === 'embedded' && choice.folder !== 'memory' ? secretOfFolder(choice.folder) : secretOfDatabase()
}

let cached: Promise<string> | undefined

/**
 * The secret that signs sessions: NEXTAUTH_SECRET, or one made once and kept, in the data folder beside the embedded
 * database and otherwise in the database, so that several servers on one database agree.
 */
export function serverSecret(): Promise<string> {
  cached ??= findSecret().catch((error: unknown) => {
    cached = undefined
    throw error
  })
  return cached
}
