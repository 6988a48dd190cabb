import pino from 'pino'
import { env } from './env'

/** What the server tells its operator: one JSON line each on standard output; nothing during tests. */
export const log = pino({
  level: env().quiet ? 'silent' : 'info',
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  serializers: { error: pino.stdSerializers.err },
})
