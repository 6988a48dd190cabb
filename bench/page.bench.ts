import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { closeDatabase, openDatabase } from '../lib/db'
import { serve, untilHealthy } from '../scripts/serve.mjs'
import { freePort } from '../tests/support/postgres-server'
import { lead, writeBigStudy } from './big-study'
import { median, printTable } from './timing'

/**
 * The report page of a study of 10,000 documents, as a server of the production build (npm run build) sends it from the
 * embedded database: first, when everything is computed, and then from what is kept.
 * @param options how many documents; 10,000 by default
 */
export async function bench([documents = '10000']: readonly string[]): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'framewise-bench-'))
  try {
    await openDatabase({ kind: 'embedded', folder })
    const studyId = await writeBigStudy({ documents: Number(documents), coders: 2, annotations: 5, codes: 7 })
    await closeDatabase()
    await measure(folder, studyId, Number(documents))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function measure(folder: string, studyId: string, documents: number): Promise<void> {
  const port = await freePort()
  const env = {
    ...process.env,
    DATABASE_URL: undefined,
    FRAMEWISE_DATA: folder,
    FRAMEWISE_SAMPLE: '0',
    LOG_LEVEL: 'warn',
  }
  const server = serve({ port, env, stdio: ['ignore', 'ignore', 'inherit'] })
  try {
    if (!(await untilHealthy(server, port))) throw new Error('The server did not become healthy')
    const address = `http://localhost:${port}`
    const headers = { cookie: await signedIn(address) }
    const computed = await duration(() => untilDone(`${address}/api/studies/${studyId}/agreement`, headers))
    const page = () => whole(`${address}/studies/${studyId}/agreement`, headers)
    const first = await duration(page)
    const again: number[] = []
    let bytes = 0
    for (let run = 0; run < 20; run += 1) {
      again.push(await duration(async () => (bytes = await page())))
    }
    again.sort((one, other) => one - other)
    printTable([
      [`report of ${documents.toLocaleString('en')} documents x 2 coders x 5 annotations x 7 codes`, 'ms'],
      ['computed for the first time, JSON', computed],
      ['page from the cache, first time', first],
      ['page from the cache, median of 20', median(again)],
      ['page from the cache, 95th percentile', again[18] ?? Number.NaN],
      ['page, kB of HTML', bytes / 1000],
    ])
  } finally {
    // Until it has ended it writes into the folder, which then cannot be removed.
    if (server.kill('SIGTERM')) await once(server, 'exit')
  }
}

async function signedIn(address: string): Promise<string> {
  const csrf = await fetch(`${address}/api/auth/csrf`)
  const { csrfToken } = (await csrf.json()) as { csrfToken: string }
  const cookie = cookiesOf(csrf)
  const answer = await fetch(`${address}/api/auth/callback/credentials`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie, 'content-type': 'application/x-www-form-urlencoded', origin: address },
    body: new URLSearchParams({ csrfToken, email: lead.email, password: lead.password, json: 'true' }),
  })
  return `${cookie}; ${cookiesOf(answer)}`
}

function cookiesOf(answer: Response): string {
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}

/** Asks until the report is there: 202 says that it is still being computed. */
async function untilDone(url: string, headers: Record<string, string>): Promise<void> {
  for (;;) {
    const answer = await fetch(url, { headers })
    await answer.arrayBuffer()
    if (answer.status === 200) return
    if (answer.status !== 202) throw new Error(`${url} answered ${answer.status}`)
  }
}

async function whole(url: string, headers: Record<string, string>): Promise<number> {
  const answer = await fetch(url, { headers })
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`)
  return (await answer.arrayBuffer()).byteLength
}

async function duration(run: () => Promise<unknown>): Promise<number> {
  const from = performance.now()
  await run()
  return performance.now() - from
}
