import type { Codebook } from '@/lib/coding/codebook'
import { db } from '@/lib/db'
import { createFirstAccount } from '@/lib/verbs/accounts'
import { publishCodebook, readCodebook, readCodebookHistory, replaceDraft } from '@/lib/verbs/codebooks'
import { importDocuments } from '@/lib/verbs/documents'
import type { Actor } from '@/lib/verbs/steps/authorize'
import { createStudy } from '@/lib/verbs/studies'
import { withTestDatabase } from '../support/database'

withTestDatabase()

/** The database's own words; not beside the calls, whose lines Prisma quotes in its errors. */
const refusal = /a published codebook never changes/

let lead: Actor
let studyId: string

beforeEach(async () => {
  const account = { email: 'lead@callis.example', name: 'Lead', password: 'a long enough password' }
  lead = await createFirstAccount(null, account)
  studyId = (await createStudy(lead, { title: 'Harbour', template: 'starter', alsoCode: true })).studyId
})

async function draft(changes: Partial<Codebook> = {}): Promise<Codebook> {
  return { ...(await readCodebook(lead, { studyId })).codebook, version: '1.1.0', ...changes }
}

describe('a new study', () => {
  it('has the six starter codes published, with target and voice', async () => {
    const { codebook, versions } = await readCodebook(lead, { studyId })
    const enabled = codebook.codes.filter((code) => code.enabled).map((code) => code.key)
    expect(enabled.sort()).toEqual(['attribution', 'hero', 'sourced_figure', 'unsourced_figure', 'victim', 'villain'])
    const attributes = Object.entries(codebook.attributes).filter(([, attribute]) => attribute.enabled)
    expect(attributes.map(([key]) => key).sort()).toEqual(['target', 'voice'])
    expect(versions).toMatchObject([{ version: '1.0.0', state: 'published' }])
  })
})

describe('replaceDraft', () => {
  it('keeps the codebook as it is given, and the published one untouched', async () => {
    const changed = await draft({ rules: ['Mark the shortest run of text that carries the code.'] })
    await replaceDraft(lead, { studyId, codebook: changed })
    const page = await readCodebook(lead, { studyId })
    expect(page.draft).toEqual(changed)
    expect(page.codebook.version).toBe('1.0.0')
  })

  it('puts one draft in the place of another', async () => {
    await replaceDraft(lead, { studyId, codebook: await draft() })
    await replaceDraft(lead, { studyId, codebook: await draft({ version: '2.0.0' }) })
    expect((await readCodebook(lead, { studyId })).versions.map((entry) => entry.version).sort()).toEqual([
      '1.0.0',
      '2.0.0',
    ])
  })

  it('refuses the version of a published one', async () => {
    const replaced = replaceDraft(lead, { studyId, codebook: await draft({ version: '1.0.0' }) })
    await expect(replaced).rejects.toMatchObject({ code: 'conflict', fields: { version: expect.any(String) } })
  })

  it('refuses two codes with one key, and leaves no draft behind', async () => {
    const { codes } = await draft()
    const replaced = replaceDraft(lead, {
      studyId,
      codebook: await draft({ codes: codes.map((code) => ({ ...code, shortcut: 'h' })) }),
    })
    await expect(replaced).rejects.toMatchObject({ code: 'invalid' })
    expect(await db().codebookVersion.count()).toBe(1)
  })
})

describe('readCodebookHistory', () => {
  it('says of every published version what it changed, the newest first, and nothing of the draft', async () => {
    await replaceDraft(lead, { studyId, codebook: await draft({ rules: ['Mark the shortest run.'] }) })
    await publishCodebook(lead, { studyId })
    await replaceDraft(lead, { studyId, codebook: await draft({ version: '1.2.0', rules: [] }) })
    const history = await readCodebookHistory(lead, { studyId })
    expect(history.map(({ version }) => version)).toEqual(['1.1.0', '1.0.0'])
    expect(history[0]?.changes).toMatchObject([{ what: 'rules', after: ['Mark the shortest run.'] }])
    expect(history[1]?.changes).toBeNull()
  })
})

describe('publishCodebook', () => {
  it('moves codings that nobody has opened, and leaves the opened ones in their version', async () => {
    const documents = ['A quiet day.', 'A loud day.'].map((text) => ({ title: text, text, metadata: {} }))
    await importDocuments(lead, { studyId, documents, dryRun: false, partial: false })
    await db().coding.updateMany({ where: { position: 1 }, data: { state: 'open', openedAt: new Date() } })
    await replaceDraft(lead, { studyId, codebook: await draft() })
    expect(await publishCodebook(lead, { studyId })).toEqual({ version: '1.1.0' })
    const codings = await db().coding.findMany({ include: { codebookVersion: true }, orderBy: { position: 'asc' } })
    expect(codings.map((coding) => coding.codebookVersion.version)).toEqual(['1.0.0', '1.1.0'])
    expect((await readCodebook(lead, { studyId })).codebook.version).toBe('1.1.0')
  })

  it('needs a draft', async () => {
    await expect(publishCodebook(lead, { studyId })).rejects.toMatchObject({ code: 'conflict' })
  })

  it('is final: the database refuses to change a published version or its codes', async () => {
    await expect(db().codebookVersion.updateMany({ data: { title: 'Other' } })).rejects.toThrow(refusal)
    await expect(db().code.updateMany({ data: { label: 'Other' } })).rejects.toThrow(refusal)
    await expect(db().code.deleteMany()).rejects.toThrow(refusal)
  })
})
