import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fingerprint, isInstalled, isMadeFrom, markMadeFrom } from '@/scripts/staleness.mjs'

let root: string

async function write(file: string, content: string): Promise<void> {
  await mkdir(path.dirname(path.join(root, file)), { recursive: true })
  await writeFile(path.join(root, file), content)
}

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'framewise-staleness-'))
})

afterEach(() => rm(root, { recursive: true }))

describe('fingerprint', () => {
  const of = () => fingerprint(root, ['lib', 'config.js', 'missing'])

  beforeEach(async () => {
    await write('lib/text/units.ts', 'one')
    await write('config.js', 'two')
  })

  it('stays the same while nothing changes', () => {
    expect(of()).toBe(of())
  })

  it.each([
    ['content', () => write('lib/text/units.ts', 'three')],
    ['a new file', () => write('lib/text/words.ts', '')],
    ['a deleted file', () => rm(path.join(root, 'config.js'))],
    ['a new name', () => rename(path.join(root, 'lib/text/units.ts'), path.join(root, 'lib/text/words.ts'))],
    ['a file that was missing', () => write('missing', '')],
  ])('changes with %s', async (_, change) => {
    const before = of()
    await change()
    expect(of()).not.toBe(before)
  })

  it('does not change with what is not named', async () => {
    const before = of()
    await write('README.md', 'new')
    expect(of()).toBe(before)
  })
})

describe('isMadeFrom', () => {
  it('is false for what was never made, was made from other sources, or was deleted', async () => {
    await mkdir(path.join(root, 'build'))
    expect(isMadeFrom(root, 'build', 'a')).toBe(false)
    markMadeFrom(root, 'build', 'a')
    expect(isMadeFrom(root, 'build', 'a')).toBe(true)
    expect(isMadeFrom(root, 'build', 'b')).toBe(false)
    await rm(path.join(root, 'build'), { recursive: true })
    expect(isMadeFrom(root, 'build', 'a')).toBe(false)
  })
})

describe('isInstalled', () => {
  const packages = {
    '': { version: '0.1.0' },
    'node_modules/zod': { version: '4.0.0', integrity: 'sha512-a' },
    'node_modules/for-another-machine': { version: '1.0.0', optional: true },
  }
  const installed = { 'node_modules/zod': { version: '4.0.0', integrity: 'sha512-a' } }
  const writeLocks = async (present: object) => {
    await write('package-lock.json', JSON.stringify({ packages }))
    await write('node_modules/.package-lock.json', JSON.stringify({ packages: present }))
  }

  it('is false on a fresh clone', async () => {
    await write('package-lock.json', JSON.stringify({ packages }))
    expect(isInstalled(root)).toBe(false)
  })

  it('is true when every package is there, but for optional ones', async () => {
    await writeLocks(installed)
    expect(isInstalled(root)).toBe(true)
  })

  it.each([
    ['is missing', {}],
    ['has another version', { 'node_modules/zod': { version: '4.0.1', integrity: 'sha512-a' } }],
    ['has another content', { 'node_modules/zod': { version: '4.0.0', integrity: 'sha512-b' } }],
  ])('is false when a package %s', async (_, present) => {
    await writeLocks(present)
    expect(isInstalled(root)).toBe(false)
  })
})
