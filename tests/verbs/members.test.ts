import { db } from '@/lib/db'
import { createFirstAccount } from '@/lib/verbs/accounts'
import { importDocuments } from '@/lib/verbs/documents'
import {
  acceptInvitation,
  changeRoles,
  inviteMember,
  listMembers,
  readInvitation,
  removeMember,
  revokeInvitation,
} from '@/lib/verbs/members'
import type { Actor } from '@/lib/verbs/steps/authorize'
import { createStudy, listStudies, readStudy } from '@/lib/verbs/studies'
import { withTestDatabase } from '../support/database'

withTestDatabase()

const password = 'a long enough password'
const account = (name: string) => ({ email: `${name.toLowerCase()}@callis.example`, name, password })
const text = (title: string) => ({ title, text: `${title}. The harbour was quiet.`, metadata: {} })

let lead: Actor
let studyId: string

beforeEach(async () => {
  lead = await createFirstAccount(null, account('Lead'))
  studyId = (await createStudy(lead, { title: 'Harbour', template: 'starter', alsoCode: false })).studyId
})

async function actorNamed(name: string): Promise<Actor> {
  const user = await db().user.findUniqueOrThrow({ where: { email: account(name).email } })
  return { userId: user.id, email: user.email, name: user.name }
}

const invite = (roles: ('lead' | 'coder' | 'viewer')[] = ['coder']) =>
  inviteMember(lead, { studyId, roles, note: '', days: 14 })

async function join(name: string, roles: ('lead' | 'coder' | 'viewer')[] = ['coder']): Promise<Actor> {
  await acceptInvitation(null, { ...(await invite(roles)), account: account(name) })
  return actorNamed(name)
}

const memberIdOf = async (actor: Actor) =>
  (await db().membership.findFirstOrThrow({ where: { studyId, userId: actor.userId } })).id

describe('an invitation', () => {
  it('says what it offers and lets one person in, with the next pseudonym', async () => {
    const { token } = await invite()
    expect(await readInvitation(null, { token })).toMatchObject({
      studyTitle: 'Harbour',
      roles: ['coder'],
      state: 'open',
    })
    await acceptInvitation(null, { token, account: account('Ana') })
    expect(await readInvitation(null, { token })).toMatchObject({ state: 'accepted' })
    expect(await listStudies(await actorNamed('Ana'))).toMatchObject([{ title: 'Harbour', pseudonym: 'C02' }])
  })

  it('is stored as a hash only', async () => {
    const { token } = await invite()
    expect(JSON.stringify(await db().invitation.findMany())).not.toContain(token)
  })

  it('lets only the first of two in', async () => {
    const { token } = await invite()
    const both = await Promise.allSettled(
      ['Ana', 'Ben'].map((name) => acceptInvitation(null, { token, account: account(name) })),
    )
    expect(both.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1)
    expect(await db().user.count()).toBe(2)
  })

  it.each([
    [
      'revoked',
      async () => {
        const [invitation] = (await listMembers(lead, { studyId })).invitations
        await revokeInvitation(lead, { studyId, invitationId: invitation?.id ?? '' })
      },
    ],
    ['expired', () => db().invitation.updateMany({ data: { expiresAt: new Date(0) } })],
  ])('is refused when %s, and leaves no account behind', async (state, spoil) => {
    const { token } = await invite()
    await spoil()
    expect(await readInvitation(null, { token })).toMatchObject({ state })
    await expect(acceptInvitation(null, { token, account: account('Ana') })).rejects.toMatchObject({ code: 'conflict' })
    expect(await db().user.count()).toBe(1)
  })

  it('does not take over an account that exists: its owner signs in first', async () => {
    await join('Ana')
    const again = acceptInvitation(null, { ...(await invite()), account: account('Ana') })
    await expect(again).rejects.toMatchObject({ code: 'conflict', fields: { email: expect.any(String) } })
    const ana = await actorNamed('Ana')
    await acceptInvitation(ana, await invite(['viewer']))
    expect(await listStudies(ana)).toMatchObject([{ roles: ['coder', 'viewer'], pseudonym: 'C02' }])
  })
})

describe('a coder who joins', () => {
  it('has every document to code, in an order of the own', async () => {
    const documents = Array.from({ length: 12 }, (_, index) => text(`Wire ${index}`))
    await importDocuments(lead, { studyId, documents, dryRun: false, partial: false })
    const [ana, ben] = [await join('Ana'), await join('Ben')]
    const order = async (actor: Actor) => {
      const codings = await db().coding.findMany({
        where: { coderId: await memberIdOf(actor) },
        orderBy: { position: 'asc' },
      })
      return codings.map((coding) => coding.documentId)
    }
    expect(new Set(await order(ana)).size).toBe(12)
    expect([...(await order(ana))].sort()).toEqual([...(await order(ben))].sort())
    expect(await order(ana)).not.toEqual(await order(ben))
    expect(await readStudy(ana, { studyId })).toMatchObject({ own: { total: 12, submitted: 0 }, coders: 0 })
  })

  it('gets documents imported later behind the others', async () => {
    const ana = await join('Ana')
    for (const title of ['First', 'Second']) {
      await importDocuments(lead, { studyId, documents: [text(title)], dryRun: false, partial: false })
    }
    const codings = await db().coding.findMany({ include: { document: true }, orderBy: { position: 'asc' } })
    expect(codings.map((coding) => [coding.position, coding.document.title])).toEqual([
      [1, 'First'],
      [2, 'Second'],
    ])
    expect((await readStudy(ana, { studyId })).own.nextCodingId).toBe(codings[0]?.id)
  })
})

describe('a member who leaves', () => {
  it('keeps the opened work in the study and loses the way in', async () => {
    const ana = await join('Ana')
    await importDocuments(lead, { studyId, documents: [text('A'), text('B')], dryRun: false, partial: false })
    const opened = await db().coding.findFirstOrThrow({ where: { position: 1 } })
    await db().coding.update({ where: { id: opened.id }, data: { state: 'open', openedAt: new Date() } })
    await removeMember(lead, { studyId, memberId: await memberIdOf(ana) })
    expect((await db().coding.findMany()).map((coding) => coding.id)).toEqual([opened.id])
    await expect(readStudy(ana, { studyId })).rejects.toMatchObject({ code: 'not_found' })
  })

  it('comes back under the same pseudonym, and nobody else gets it', async () => {
    const ana = await join('Ana')
    await removeMember(lead, { studyId, memberId: await memberIdOf(ana) })
    expect(await listStudies(await join('Ben'))).toMatchObject([{ pseudonym: 'C03' }])
    await acceptInvitation(ana, await invite())
    expect(await listStudies(ana)).toMatchObject([{ pseudonym: 'C02' }])
  })
})

describe('the last lead', () => {
  it('can neither leave nor give up the role', async () => {
    const memberId = await memberIdOf(lead)
    await expect(removeMember(lead, { studyId, memberId })).rejects.toMatchObject({ code: 'conflict' })
    await expect(changeRoles(lead, { studyId, memberId, roles: ['coder'] })).rejects.toMatchObject({ code: 'conflict' })
    expect(await listStudies(lead)).toMatchObject([{ roles: ['lead'] }])
  })
})
