import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { transformFile } from '@swc/core'
import { lockFolder } from '@/lib/folder-lock'

let work: string
let folder: string
let program: string
const children: ChildProcess[] = []

/** Another process that takes the folder, prints "held" or the message, and keeps it until it is killed. */
async function otherProcess(): Promise<{ child: ChildProcess; answer: string }> {
  const child = spawn(process.execPath, [program, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  children.push(child)
  const [answer] = await once(child.stdout, 'data')
  return { child, answer: String(answer).trim() }
}

async function killed(child: ChildProcess): Promise<void> {
  const exit = once(child, 'exit')
  child.kill('SIGKILL')
  await exit
}

beforeAll(async () => {
  work = await mkdtemp(path.join(tmpdir(), 'framewise-lock-'))
  const { code } = await transformFile('lib/folder-lock.ts', { module: { type: 'commonjs' } })
  program = path.join(work, 'take-lock.cjs')
  await writeFile(
    program,
    `${code}
    exports.lockFolder(process.argv[2], 'http://localhost:4321').then(
      () => { console.log('held'); setInterval(() => {}, 1000) },
      (error) => console.log(error.message))`,
  )
})

beforeEach(async () => {
  folder = await mkdtemp(path.join(work, 'data-'))
})

afterEach(async () => {
  for (const child of children.splice(0)) if (child.exitCode === null) child.kill('SIGKILL')
})

afterAll(() => rm(work, { recursive: true, force: true }))

describe('lockFolder', () => {
  it('makes the folder when it is missing', async () => {
    const unlock = await lockFolder(path.join(folder, 'new', 'data'), 'here')
    await unlock()
    expect(await readdir(path.join(folder, 'new'))).toEqual(['data'])
  })

  it('refuses a second holder in the same process, also by another name of the folder', async () => {
    const unlock = await lockFolder(folder, 'here')
    await symlink(folder, `${folder}-link`)
    await expect(lockFolder(folder, 'here')).rejects.toThrow(`in use by this process (${process.pid})`)
    await expect(lockFolder(`${folder}-link`, 'here')).rejects.toThrow('in use by this process')
    await unlock()
  })

  it('gives the folder back', async () => {
    for (const _ of [1, 2, 3]) await (await lockFolder(folder, 'here'))()
    const { answer } = await otherProcess()
    expect(answer).toBe('held')
  })

  it('names the process that holds the folder, since when and where it serves', async () => {
    const { child } = await otherProcess()
    const message = await lockFolder(folder, 'here').catch((error: Error) => error.message)
    expect(message).toContain(`in use by process ${child.pid} since 2`)
    expect(message).toContain('http://localhost:4321')
    expect(message).toContain('FRAMEWISE_DATA')
  })

  it('refuses another process while this one holds the folder', async () => {
    const unlock = await lockFolder(folder, 'here')
    expect((await otherProcess()).answer).toContain(`in use by process ${process.pid}`)
    await unlock()
  })

  it('takes over at once from a process that was killed', async () => {
    await killed((await otherProcess()).child)
    const before = Date.now()
    await (await lockFolder(folder, 'here'))()
    expect(Date.now() - before).toBeLessThan(1000)
  })

  it('takes over from an earlier process that had the number of one now running', async () => {
    const { child } = await otherProcess()
    const [name] = await readdir(path.join(folder, 'lock'))
    const file = path.join(folder, 'lock', name ?? '')
    const holder = JSON.parse(await readFile(file, 'utf8'))
    await killed(child)
    await writeFile(file, JSON.stringify({ ...holder, pid: process.ppid }))
    await (await lockFolder(folder, 'here'))()
  })

  it('takes over a lock that a power cut tore', async () => {
    await mkdir(path.join(folder, 'lock'))
    await writeFile(path.join(folder, 'lock', '1'), '')
    await (await lockFolder(folder, 'here'))()
  })

  it('lets exactly one of many take over a lock that was left behind', async () => {
    await killed((await otherProcess()).child)
    const answers = (await Promise.all(Array.from({ length: 8 }, otherProcess))).map(({ answer }) => answer)
    expect(answers.filter((answer) => answer === 'held')).toHaveLength(1)
    expect(answers.filter((answer) => answer.includes('in use by process'))).toHaveLength(7)
  })

  describe('held in another container or on another machine', () => {
    const elsewhere = JSON.stringify({
      pid: 1,
      started: '1',
      place: 'elsewhere',
      since: '2026-01-01',
      address: 'there',
    })
    let file: string

    beforeEach(async () => {
      await mkdir(path.join(folder, 'lock'))
      file = path.join(folder, 'lock', '1')
      await writeFile(file, elsewhere)
    })

    it('refuses while that holder gives signs of life', async () => {
      const beat = setInterval(() => utimes(file, new Date(), new Date()), 1000)
      await expect(lockFolder(folder, 'here')).rejects.toThrow('in use by process 1')
      clearInterval(beat)
    })

    it('takes over after ten silent seconds', async () => {
      await (await lockFolder(folder, 'here'))()
    })

    it('takes over at once when that holder gave the folder back', async () => {
      await writeFile(file, JSON.stringify({ ...JSON.parse(elsewhere), released: true }))
      await (await lockFolder(folder, 'here'))()
    })
  })
})
