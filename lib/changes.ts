import pg from 'pg'
import { openedDatabase, type Transaction } from './db'
import { log } from './log'

/** Something that happened in a study. It says what to read again, never what is new. */
export interface StudyChange {
  studyId: string
  /** agreement: the computation of a report ended; review: clusters or decisions; discussion: comments or stances */
  about: 'study' | 'documents' | 'codebook' | 'entities' | 'members' | 'coding' | 'agreement' | 'review' | 'discussion'
  /** The coding that changed, and whose it is. */
  codingId?: string
  coderId?: string
  /** Of the review and its discussions: the document, or none when it is about more than one, or a code; and the cluster. */
  documentId?: string
  clusterId?: string
}

/** Who wants to hear of changes: an open event stream. */
export interface ChangeSubscriber {
  changed(change: StudyChange): void
  /** Changes may have gone by unheard: read everything again. */
  missed(): void
  /** The server stops: close the stream, which otherwise would keep it from ending. */
  ended(): void
}

const channel = 'framewise_changes'

/** Announces the change when, and only when, the transaction commits. */
export async function announce(tx: Transaction, change: StudyChange): Promise<void> {
  await tx.$executeRaw`SELECT pg_notify(${channel}, ${JSON.stringify(change)})`
}

interface Listening {
  subscribers: Set<ChangeSubscriber>
  /** Settles when the first connection listens; gives the way to end it. */
  connection?: Promise<() => Promise<void>>
}

// In production, pages and routes have separate copies of this module: the one connection is kept outside of both.
const shared = globalThis as typeof globalThis & { framewiseListening?: Listening }
shared.framewiseListening ??= { subscribers: new Set() }
const listening = shared.framewiseListening

/** Tells all; one that fails, its reader being gone, must not keep the news from the others. */
function tellAll(tell: (subscriber: ChangeSubscriber) => void): void {
  for (const subscriber of listening.subscribers) {
    try {
      tell(subscriber)
    } catch (error) {
      log.warn({ error }, 'a subscriber to changes failed')
    }
  }
}

function tellChange(payload: string): void {
  const change = JSON.parse(payload) as StudyChange
  tellAll((subscriber) => subscriber.changed(change))
}

/** A connection that only listens. @throws Error when the server cannot be reached */
async function listenOnServer(url: string, lost: () => void): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, keepAlive: true, keepAliveInitialDelayMillis: 10_000 })
  // pg reports a broken connection by an error and an end, or by the end alone.
  client.on('error', (error) => log.warn({ error }, 'the connection that hears of changes broke'))
  client.on('notification', ({ payload }) => tellChange(payload ?? ''))
  await client.connect()
  try {
    await client.query(`LISTEN ${channel}`)
  } catch (error) {
    await client.end()
    throw error
  }
  client.once('end', lost)
  return client
}

const firstDelayMs = 100
const longestDelayMs = 10_000

/** Keeps one listening connection: when it breaks, connects again ever more patiently and tells what may be missed. */
async function keepListening(url: string): Promise<() => Promise<void>> {
  let stopped = false
  let retry: NodeJS.Timeout | undefined
  const connectAgain = (delay: number) => {
    if (stopped) return
    retry = setTimeout(async () => {
      try {
        client = await listenOnServer(url, () => connectAgain(firstDelayMs))
        if (stopped) await client.end()
        tellAll((subscriber) => subscriber.missed())
      } catch {
        connectAgain(Math.min(delay * 2, longestDelayMs))
      }
    }, delay)
    retry.unref()
  }
  let client = await listenOnServer(url, () => connectAgain(firstDelayMs))
  return async () => {
    stopped = true
    clearTimeout(retry)
    await client.end()
  }
}

function startListening(): Promise<() => Promise<void>> {
  const { choice, embedded } = openedDatabase()
  if (choice.kind === 'postgres') return keepListening(choice.url)
  if (!embedded) throw new Error('The embedded database is not open.')
  return embedded.listen(channel, tellChange).then((unlisten) => () => unlisten())
}

/**
 * Tells the subscriber of every change that commits from now on, on any server of this database. It is for the caller
 * to ask the policy who may hear of it.
 * @returns a function that ends the subscription
 * @throws Error when the database cannot be reached
 */
export async function subscribe(subscriber: ChangeSubscriber): Promise<() => void> {
  listening.connection ??= startListening()
  try {
    await listening.connection
  } catch (error) {
    delete listening.connection
    throw error
  }
  listening.subscribers.add(subscriber)
  return () => listening.subscribers.delete(subscriber)
}

/** Ends every subscription and the connection, so that the server can end. */
export async function stopChanges(): Promise<void> {
  const { connection } = listening
  delete listening.connection
  tellAll((subscriber) => subscriber.ended())
  listening.subscribers.clear()
  const stop = await connection?.catch(() => undefined)
  await stop?.()
}
