import path from 'node:path'
import type { Environment } from '@/lib/env'

const before = process.env
const ours = ['PORT', 'FRAMEWISE_DATA', 'FRAMEWISE_SAMPLE', 'FRAMEWISE_TRUSTED_PROXIES', 'DATABASE_URL']
const names = [...ours, 'NEXTAUTH_SECRET', 'NEXTAUTH_URL']

/** The options of a server that is started with these variables and no others of ours. */
async function envWith(variables: Record<string, string>): Promise<Environment> {
  const others = Object.entries(before).filter(([name]) => !names.includes(name))
  process.env = { ...Object.fromEntries(others), ...variables } as NodeJS.ProcessEnv
  jest.resetModules()
  return (await import('@/lib/env')).env()
}

afterEach(() => {
  process.env = before
})

const byDefault = {
  port: 3000,
  dataFolder: path.resolve('data'),
  sample: true,
  trustedProxies: 0,
  databaseUrl: undefined,
  secret: undefined,
  publicUrl: 'http://localhost:3000',
}

describe('the options of the server', () => {
  it('have values when no variable is set', async () => {
    expect(await envWith({})).toMatchObject(byDefault)
  })

  it.each(names)('count %s as absent when it is set to nothing', async (name) => {
    expect(await envWith({ [name]: '' })).toMatchObject(byDefault)
    expect(await envWith({ [name]: '  ' })).toMatchObject(byDefault)
  })

  it('are what the variables say', async () => {
    const variables = {
      ...{ PORT: '4100', FRAMEWISE_DATA: '/srv/framewise', FRAMEWISE_SAMPLE: '1', FRAMEWISE_TRUSTED_PROXIES: '2' },
      ...{ DATABASE_URL: 'postgresql://localhost/framewise', NEXTAUTH_SECRET: 'kept' },
      NEXTAUTH_URL: 'https://framewise.example',
    }
    expect(await envWith(variables)).toMatchObject({
      ...{ port: 4100, dataFolder: '/srv/framewise', sample: true, trustedProxies: 2, secret: 'kept' },
      ...{ databaseUrl: 'postgresql://localhost/framewise', publicUrl: 'https://framewise.example' },
    })
  })

  it('put no sample study into a PostgreSQL database unless asked to', async () => {
    const DATABASE_URL = 'postgresql://localhost/framewise'
    expect(await envWith({ DATABASE_URL })).toMatchObject({ sample: false })
    expect(await envWith({ DATABASE_URL, FRAMEWISE_SAMPLE: '' })).toMatchObject({ sample: false })
    expect(await envWith({ FRAMEWISE_SAMPLE: '0' })).toMatchObject({ sample: false })
  })

  it('take the public address from the port when it is not given', async () => {
    expect(await envWith({ PORT: '4100' })).toMatchObject({ publicUrl: 'http://localhost:4100' })
  })
})

describe('a variable that cannot be used', () => {
  it.each([
    ['PORT', 'http'],
    ['PORT', '70000'],
    ['PORT', '80.5'],
    ['FRAMEWISE_SAMPLE', 'yes'],
    ['FRAMEWISE_TRUSTED_PROXIES', 'one'],
    ['FRAMEWISE_TRUSTED_PROXIES', '-1'],
    ['FRAMEWISE_TRUSTED_PROXIES', '11'],
    ['NEXTAUTH_URL', 'framewise'],
    ['NEXTAUTH_URL', 'localhost:3000'],
    ['NEXTAUTH_URL', 'ftp://framewise.example'],
  ])('is named: %s=%s', async (name, value) => {
    await expect(envWith({ [name]: value })).rejects.toThrow(`cannot be used:\n  ${name}: `)
  })

  it('is named beside every other', async () => {
    const both = envWith({ PORT: 'http', FRAMEWISE_SAMPLE: 'yes' })
    await expect(both).rejects.toThrow(/PORT: .+\n {2}FRAMEWISE_SAMPLE: /)
  })
})
