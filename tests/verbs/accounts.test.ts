import { db } from '@/lib/db'
import type { AppError } from '@/lib/errors'
import { changePassword, checkPassword, createFirstAccount, endAllSessions, isEmptyServer } from '@/lib/verbs/accounts'
import { withTestDatabase } from '../support/database'

withTestDatabase()

const lead = { email: 'Ilse.Varn@callis.example', name: 'Ilse Varn', password: 'a long enough password' }
const from = (address = '192.0.2.1') => ({ email: lead.email, password: lead.password, address })

describe('createFirstAccount', () => {
  it('makes the lead of an empty server, with the e-mail folded', async () => {
    expect(await isEmptyServer(null)).toBe(true)
    expect(await createFirstAccount(null, lead)).toMatchObject({ email: 'ilse.varn@callis.example' })
    expect(await isEmptyServer(null)).toBe(false)
  })

  it('lets only one of two first visitors through', async () => {
    const both = await Promise.allSettled([
      createFirstAccount(null, lead),
      createFirstAccount(null, { ...lead, email: 'dov@callis.example' }),
    ])
    expect(both.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1)
    expect(await db().user.count()).toBe(1)
  })

  it('keeps no password, only an argon2id hash', async () => {
    await createFirstAccount(null, lead)
    expect((await db().user.findFirstOrThrow()).passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  })
})

describe('checkPassword', () => {
  beforeEach(() => createFirstAccount(null, lead))

  it('knows the person in any spelling of the e-mail', async () => {
    expect(await checkPassword(null, { ...from(), email: ' ILSE.varn@Callis.example' })).toMatchObject({
      name: 'Ilse Varn',
    })
  })

  it('answers an unknown e-mail and a wrong password alike', async () => {
    const wrong = await checkPassword(null, { ...from(), password: 'wrong' }).catch((error: unknown) => error)
    const unknown = await checkPassword(null, { ...from(), email: 'no@callis.example' }).catch(
      (error: unknown) => error,
    )
    expect(wrong).toMatchObject({ code: 'unauthenticated' })
    expect(unknown).toEqual(wrong)
  })

  it('refuses a disabled account', async () => {
    await db().user.updateMany({ data: { disabledAt: new Date() } })
    await expect(checkPassword(null, from())).rejects.toMatchObject({ code: 'unauthenticated' })
  })

  it('stops guessing at one account from one address, also with the right password, and not from another address', async () => {
    for (let attempt = 0; attempt < 10; attempt += 1) {
      await checkPassword(null, { ...from(), password: 'guess' }).catch(() => undefined)
    }
    await expect(checkPassword(null, from())).rejects.toMatchObject({ code: 'rate_limited' })
    expect(await checkPassword(null, from('198.51.100.7'))).toMatchObject({ name: 'Ilse Varn' })
  })

  it('forgets wrong attempts after a right one', async () => {
    for (let round = 0; round < 3; round += 1) {
      for (let attempt = 0; attempt < 6; attempt += 1) {
        await checkPassword(null, { ...from(), password: 'typo' }).catch(() => undefined)
      }
      expect(await checkPassword(null, from())).toMatchObject({ name: 'Ilse Varn' })
    }
  })
})

describe('the counts of sign-in attempts', () => {
  const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000)
  const unknown = (name: string, address: string) => {
    const input = { email: `${name}@callis.example`, password: 'guess', address }
    return checkPassword(null, input).catch((error: AppError) => error.code)
  }

  it('are forgotten for the account that signed in, not for one that is spelt alike', async () => {
    await createFirstAccount(null, { ...lead, email: 'a_b@callis.example' })
    for (let attempt = 0; attempt < 10; attempt += 1) await unknown('axb', '192.0.2.1')
    await checkPassword(null, { ...from(), email: 'a_b@callis.example' })
    expect(await unknown('axb', '192.0.2.1')).toBe('rate_limited')
  })

  it('are forgotten for the address of the success, and stay for others', async () => {
    await createFirstAccount(null, lead)
    for (let attempt = 0; attempt < 10; attempt += 1) await unknown('ilse.varn', '192.0.2.66')
    await checkPassword(null, from())
    expect(await unknown('ilse.varn', '192.0.2.66')).toBe('rate_limited')
  })

  it('end a flood of made-up e-mails where no address is known, without a row for each', async () => {
    const key = 'sign-in-direct:direct'
    await db().rateLimit.create({ data: { key, points: 599, expire: inMinutes(10) } })
    expect(await unknown('made.up', 'direct')).toBe('unauthenticated')
    const rows = await db().rateLimit.count()
    expect(await unknown('another', 'direct')).toBe('rate_limited')
    expect(await db().rateLimit.count()).toBe(rows)
  })

  it('of one address do not end the sign-ins of all', async () => {
    await db().rateLimit.create({ data: { key: 'sign-in-direct:direct', points: 600, expire: inMinutes(10) } })
    expect(await unknown('made.up', '192.0.2.1')).toBe('unauthenticated')
  })

  it('are removed some at a time when their time is over', async () => {
    const old = Array.from({ length: 60 }, (_, i) => ({ key: `old ${i}`, points: 1, expire: inMinutes(-1) }))
    await db().rateLimit.createMany({ data: [...old, { key: 'new', points: 1, expire: inMinutes(1) }] })
    await unknown('made.up', 'direct')
    expect(await db().rateLimit.count({ where: { key: { startsWith: 'old' } } })).toBe(10)
    await unknown('made.up', 'direct')
    const keys = (await db().rateLimit.findMany({ orderBy: { key: 'asc' } })).map(({ key }) => key.split(':')[0])
    expect(keys).toEqual(['new', 'sign-in-account', 'sign-in-accountAnywhere', 'sign-in-direct'])
  })

  it('of one person’s password changes do not count against another’s', async () => {
    await db().rateLimit.create({ data: { key: 'sign-in-address:change-password', points: 200, expire: inMinutes(9) } })
    const actor = await createFirstAccount(null, lead)
    await changePassword(actor, { current: lead.password, next: 'another long password' })
    expect(await db().rateLimit.count({ where: { key: { startsWith: 'sign-in-account:' } } })).toBe(0)
  })
})

describe('a person’s sessions', () => {
  it('end when the password changes and when the person says so', async () => {
    const actor = await createFirstAccount(null, lead)
    await changePassword(actor, { current: lead.password, next: 'another long password' })
    expect(await checkPassword(null, { ...from(), password: 'another long password' })).toMatchObject({
      sessionVersion: 1,
    })
    await endAllSessions(actor)
    expect((await db().user.findFirstOrThrow()).sessionVersion).toBe(2)
  })

  it('need the current password to change it', async () => {
    const actor = await createFirstAccount(null, lead)
    const change = changePassword(actor, { current: 'wrong', next: 'another long password' })
    await expect(change).rejects.toMatchObject({ code: 'invalid', fields: { current: expect.any(String) } })
    expect(await checkPassword(null, from())).toMatchObject({ sessionVersion: 0 })
  })
})
