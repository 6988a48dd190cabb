import { randomBytes } from 'node:crypto'
import { readFileSync, readlinkSync, realpathSync } from 'node:fs'
import { link, mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/*
 * Node cannot ask the system for a lock that ends with the process, and a lock file outlives a `kill -9`. So the lock is
 * a row of numbered files, of which the highest counts. Who finds its holder gone creates the next number, which only
 * one of several can; numbers are never given back, so a slow process cannot remove a lock that is newer than it knows.
 */

/** Who holds a folder, as written into the lock. */
interface Holder {
  pid: number
  /** Tells a process from a later one with the same number. */
  started: string
  /** Where process numbers mean the same: one boot of one machine, one container. */
  place: string
  since: string
  address: string
  released?: true
}

const heartbeatMs = 2_000
/** So long a holder whose process cannot be looked up from here must have been silent to count as gone. */
const silenceMs = 10_000

// In production, pages and routes have separate copies of this module: what this process holds is kept outside of both.
const shared = globalThis as typeof globalThis & { framewiseHeldFolders?: Set<string> }
shared.framewiseHeldFolders ??= new Set()
const heldHere = shared.framewiseHeldFolders

function orEmpty(read: () => string): string {
  try {
    return read().trim()
  } catch {
    return ''
  }
}

/** Start of a process in ticks since boot (field 22 of its stat line); empty when it is gone or not to be seen. */
function startOf(pid: number): string {
  const stat = orEmpty(() => readFileSync(`/proc/${pid}/stat`, 'utf8'))
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''
}

function thisPlace(): string {
  const boot = orEmpty(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8'))
  return [hostname(), boot, orEmpty(() => readlinkSync('/proc/self/ns/pid'))].join(' ')
}

function runs(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Watches the lock of a process that cannot be looked up: a living one keeps touching its file. */
async function isSilent(file: string): Promise<boolean> {
  const touched = async () => (await stat(file).catch(() => undefined))?.mtimeMs
  const before = await touched()
  for (let waited = 0; waited < silenceMs; waited += heartbeatMs) {
    await wait(heartbeatMs)
    if ((await touched()) !== before) return false
  }
  return true
}

async function isGone(holder: Holder, file: string): Promise<boolean> {
  if (holder.released) return true
  if (holder.place !== thisPlace()) return isSilent(file)
  // Our own number, but this process holds nothing here: an earlier process had it.
  if (holder.pid === process.pid) return true
  return !runs(holder.pid) || startOf(holder.pid) !== holder.started
}

async function highest(locks: string): Promise<number> {
  return (await readdir(locks)).reduce((most, name) => Math.max(most, /^\d+$/.test(name) ? Number(name) : 0), 0)
}

/** Creates the file with its content at once. @returns false when it exists already */
async function createWhole(file: string, content: string): Promise<boolean> {
  const draft = `${file}.${randomBytes(6).toString('hex')}`
  await writeFile(draft, content)
  try {
    await link(draft, file)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  } finally {
    await rm(draft)
  }
}

async function readHolder(file: string): Promise<Holder | 'torn' | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Holder
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    // A lock appears with its whole content; a torn one comes from a machine that lost its power.
    if (error instanceof SyntaxError) return 'torn'
    throw error
  }
}

const describe = (folder: string, { pid, since, address }: Holder) =>
  `The data folder ${folder} is in use by process ${pid} since ${since} (${address}). Stop that server first, or choose another folder with FRAMEWISE_DATA.`

/** Takes the number after the highest, if its holder is gone. @returns undefined when others were faster */
async function attempt(folder: string, locks: string, me: Holder): Promise<string | undefined> {
  const top = await highest(locks)
  if (top > 0) {
    const file = path.join(locks, String(top))
    const holder = await readHolder(file)
    if (!holder) return undefined
    if (holder !== 'torn' && !(await isGone(holder, file))) throw new Error(describe(folder, holder))
  }
  const mine = path.join(locks, String(top + 1))
  if (!(await createWhole(mine, JSON.stringify(me)))) return undefined
  // A reader of the folder may miss a file that is made while it reads: only the highest number holds.
  if ((await highest(locks)) > top + 1) {
    await rm(mine)
    return undefined
  }
  // Drafts that a killed process left begin with their number, too.
  for (const name of await readdir(locks)) {
    if (Number.parseInt(name, 10) <= top) await rm(path.join(locks, name), { force: true })
  }
  return mine
}

async function acquire(folder: string, address: string): Promise<{ file: string; me: Holder }> {
  const locks = path.join(folder, 'lock')
  await mkdir(locks, { recursive: true })
  const me: Holder = {
    pid: process.pid,
    started: startOf(process.pid),
    place: thisPlace(),
    since: new Date().toISOString(),
    address,
  }
  for (;;) {
    const file = await attempt(folder, locks, me)
    if (file) return { file, me }
  }
}

/**
 * Takes a folder for this process alone, across processes and within this one. The lock of a process that was killed is
 * taken over: at once when it ran here, after ten silent seconds when it ran in another container or machine.
 * @param address where the holder can be reached, for the message to others
 * @returns a function that gives the folder back
 * @throws Error that names the holder
 */
export async function lockFolder(folder: string, address: string): Promise<() => Promise<void>> {
  await mkdir(folder, { recursive: true })
  const real = realpathSync(folder)
  if (heldHere.has(real))
    throw new Error(`The data folder ${folder} is in use by this process (${process.pid}) already.`)
  heldHere.add(real)
  try {
    const { file, me } = await acquire(real, address)
    const heartbeat = setInterval(() => utimes(file, new Date(), new Date()).catch(() => {}), heartbeatMs)
    heartbeat.unref()
    return async () => {
      clearInterval(heartbeat)
      await writeFile(`${file}.released`, JSON.stringify({ ...me, released: true }))
      await rename(`${file}.released`, file)
      heldHere.delete(real)
    }
  } catch (error) {
    heldHere.delete(real)
    throw error
  }
}
