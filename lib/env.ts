import path from 'node:path'
import { z } from 'zod'

/** The options of the server: the only place that reads environment variables. README has the same list. */
const flag = z.enum(['0', '1']).transform((value) => value === '1')

const schema = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  FRAMEWISE_DATA: z.string().default('data'),
  FRAMEWISE_SAMPLE: flag.optional(),
  FRAMEWISE_TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
  DATABASE_URL: z.string().optional(),
  NEXTAUTH_SECRET: z.string().optional(),
  // Without the protocol's check, "localhost:3000" is an address whose protocol is "localhost".
  NEXTAUTH_URL: z
    .url({ protocol: /^https?$/, error: 'Write an address that begins with https:// or http://.' })
    .optional(),
  NODE_ENV: z.string().optional(),
})

/** What is set to nothing counts as absent, as in `FRAMEWISE_SAMPLE= npm start` or a line of .env left blank. */
function filledVariables(): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(process.env).filter(([, value]) => value?.trim()))
}

function readEnvironment() {
  const parsed = schema.safeParse(filledVariables())
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`)
    throw new Error(`These environment variables cannot be used:\n${lines.join('\n')}`)
  }
  const values = parsed.data
  return {
    port: values.PORT,
    /** The folder of the embedded database, the sample accounts and the session secret. */
    dataFolder: path.resolve(values.FRAMEWISE_DATA),
    /** Load the sample study into an empty database: by default only into the embedded one. */
    sample: values.FRAMEWISE_SAMPLE ?? values.DATABASE_URL === undefined,
    /** How many reverse proxies in front are ours: the client's address is that many places from the right. */
    trustedProxies: values.FRAMEWISE_TRUSTED_PROXIES,
    databaseUrl: values.DATABASE_URL,
    secret: values.NEXTAUTH_SECRET,
    /** Log nothing: the tests read what they need from answers. */
    quiet: values.NODE_ENV === 'test',
    publicUrl: values.NEXTAUTH_URL ?? `http://localhost:${values.PORT}`,
  }
}

export type Environment = ReturnType<typeof readEnvironment>

let cached: Environment | undefined

/** @throws Error naming every variable that cannot be used. */
export function env(): Environment {
  cached ??= readEnvironment()
  return cached
}
