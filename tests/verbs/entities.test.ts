import { v7 as newId } from 'uuid'
import { codebookSchema } from '@/lib/coding/codebook'
import { db } from '@/lib/db'
import { saveChanges } from '@/lib/verbs/annotations'
import { readCoding, submitCoding } from '@/lib/verbs/codings'
import {
  addAlias,
  approveEntity,
  archiveEntity,
  listEntities,
  listUnknownWords,
  mergeEntities,
  removeAlias,
  renameEntity,
  restoreEntity,
} from '@/lib/verbs/entities'
import { reopenCoding } from '@/lib/verbs/revisions'
import { aStudy, deletionOf, putAnnotation, smallCodebook, type TestStudy } from '../support/builders'
import { withTestDatabase } from '../support/database'

withTestDatabase()

const codebook = codebookSchema.parse({
  ...smallCodebook,
  attributes: { ...smallCodebook.attributes, target: { label: 'Target', type: 'entity_ref', multiple: true } },
  variables: [...smallCodebook.variables, { key: 'focus', label: 'Focus', type: 'entity_ref' }],
})

let study: TestStudy
beforeEach(async () => {
  study = await aStudy({ codebook, texts: ['Mayor Ilse Tarn saved the harbour.', 'Another text about Tarn.'] })
})

const lea = () => study.actor('lea')
const ofStudy = <More extends object>(more: More) => ({ studyId: study.studyId, ...more })
const approve = (name: string, kind: 'person' | 'place' = 'person') => approveEntity(lea(), ofStudy({ name, kind }))
const listed = async () => (await listEntities(lea(), ofStudy({}))).approved
const briefly = async () => (await listed()).map(({ name, aliases }) => [name, ...aliases])

async function idOf(name: string): Promise<string> {
  const { approved, archived } = await listEntities(lea(), ofStudy({}))
  return [...approved, ...archived].find((entity) => entity.name === name)?.id ?? newId()
}

const alias = async (name: string, word: string) =>
  addAlias(lea(), ofStudy({ entityId: await idOf(name), alias: word }))
const rename = async (name: string, to: string) =>
  renameEntity(lea(), ofStudy({ entityId: await idOf(name), name: to, kind: 'person' as const }))
const merge = async (from: string, into: string) =>
  mergeEntities(lea(), ofStudy({ entityId: await idOf(from), intoId: await idOf(into) }))

const names = (target: string | string[], document = 1) => ({ document, attributes: { voice: 'author', target } })

async function historyOf(name: string) {
  const entries = await db().entityHistory.findMany({ where: { entityId: await idOf(name) }, orderBy: { id: 'asc' } })
  return entries.map(({ action, state }) => ({ action, ...(state as object) }))
}

describe('a list of names', () => {
  it('is empty at first, and sorted by name', async () => {
    expect(await listed()).toEqual([])
    await approve('Ruk')
    await approve('Orsa', 'place')
    expect((await listed()).map(({ name, kind }) => [name, kind])).toEqual([
      ['Orsa', 'place'],
      ['Ruk', 'person'],
    ])
  })

  it('does nothing when something is asked for twice', async () => {
    await approve('Ilse Tarn')
    await approve('Ruk')
    await alias('Ilse Tarn', 'Tarn')
    const [tarn, ruk] = [await idOf('Ilse Tarn'), await idOf('Ruk')]
    await mergeEntities(lea(), ofStudy({ entityId: ruk, intoId: tarn }))
    const [before, told] = [await listed(), await db().auditEvent.count()]
    await approve('Ilse Tarn')
    await alias('Ilse Tarn', ' TARN ')
    await rename('Ilse Tarn', 'Ilse Tarn')
    await mergeEntities(lea(), ofStudy({ entityId: ruk, intoId: tarn }))
    await removeAlias(lea(), ofStudy({ entityId: tarn, alias: 'nobody' }))
    expect([await listed(), await db().auditEvent.count()]).toEqual([before, told])
  })

  it('holds a name or alias once, whatever its case and white space', async () => {
    await approve('Ilse Tarn')
    await approve('Ruk')
    await alias('Ilse Tarn', 'the mayor')
    const taken = { code: 'conflict' }
    await expect(approve('ILSE  tarn')).rejects.toMatchObject({ ...taken, fields: { name: expect.any(String) } })
    await expect(approve('The Mayor')).rejects.toMatchObject(taken)
    await expect(alias('Ruk', 'The Mayor')).rejects.toMatchObject({ ...taken, fields: { alias: expect.any(String) } })
    await expect(rename('Ruk', 'ilse tarn')).rejects.toMatchObject(taken)
    expect(await briefly()).toEqual([['Ilse Tarn', 'the mayor'], ['Ruk']])
  })

  it('holds it once for the database too', async () => {
    await approve('Ilse Tarn')
    await approve('Ruk')
    const row = {
      studyId: study.studyId,
      entityId: await idOf('Ruk'),
      folded: 'ilse tarn',
      name: 'x',
      isCanonical: false,
    }
    await expect(db().entityName.create({ data: row })).rejects.toThrow(/Unique constraint/)
  })

  it('gives the same name to entities of two studies', async () => {
    await approve('Ilse Tarn')
    const other = await aStudy({ people: { zoe: ['lead'] } })
    const asked = { studyId: other.studyId, name: 'Ilse Tarn', kind: 'person' as const }
    await expect(approveEntity(other.actor('zoe'), asked)).resolves.toBeUndefined()
    const foreign = { studyId: other.studyId, entityId: await idOf('Ilse Tarn') }
    await expect(archiveEntity(other.actor('zoe'), foreign)).rejects.toMatchObject({ code: 'not_found' })
  })
})

describe('renaming', () => {
  it('keeps the name before as an alias', async () => {
    await approve('Tarn')
    await rename('Tarn', 'Ilse Tarn')
    expect(await briefly()).toEqual([['Ilse Tarn', 'Tarn']])
  })

  it('makes an alias the name', async () => {
    await approve('Tarn')
    await alias('Tarn', 'Ilse Tarn')
    await rename('Tarn', 'Ilse Tarn')
    expect(await briefly()).toEqual([['Ilse Tarn', 'Tarn']])
  })

  it('corrects the case of a name without keeping the wrong one', async () => {
    await approve('ilse tarn')
    await rename('ilse tarn', 'Ilse Tarn')
    expect(await briefly()).toEqual([['Ilse Tarn']])
  })
})

describe('merging', () => {
  it('makes all names of the one aliases of the other', async () => {
    await approve('Ilse Tarn')
    await approve('Tarn')
    await alias('Tarn', 'the mayor')
    await merge('Tarn', 'Ilse Tarn')
    expect(await briefly()).toEqual([['Ilse Tarn', 'Tarn', 'the mayor']])
    expect((await listEntities(lea(), ofStudy({}))).archived).toEqual([])
  })

  it('of a name with itself is refused', async () => {
    await approve('Ilse Tarn')
    await expect(merge('Ilse Tarn', 'Ilse Tarn')).rejects.toMatchObject({ code: 'invalid' })
  })

  it('is undone by taking the word away again', async () => {
    await approve('Ilse Tarn')
    await approve('Tarn')
    await merge('Tarn', 'Ilse Tarn')
    await removeAlias(lea(), ofStudy({ entityId: await idOf('Ilse Tarn'), alias: 'tarn' }))
    await approve('Tarn')
    expect(await briefly()).toEqual([['Ilse Tarn'], ['Tarn']])
  })
})

describe('archiving', () => {
  it('frees the names, and putting back takes them again', async () => {
    await approve('Ilse Tarn')
    await alias('Ilse Tarn', 'Tarn')
    await archiveEntity(lea(), ofStudy({ entityId: await idOf('Ilse Tarn') }))
    expect(await listed()).toEqual([])
    await restoreEntity(lea(), ofStudy({ entityId: await idOf('Ilse Tarn') }))
    expect(await briefly()).toEqual([['Ilse Tarn', 'Tarn']])
  })

  it('is not undone while another entity has one of the names', async () => {
    await approve('Ilse Tarn')
    await alias('Ilse Tarn', 'Tarn')
    await archiveEntity(lea(), ofStudy({ entityId: await idOf('Ilse Tarn') }))
    await approve('Tarn')
    await expect(restoreEntity(lea(), ofStudy({ entityId: await idOf('Ilse Tarn') }))).rejects.toMatchObject({
      code: 'conflict',
    })
  })
})

describe('the history of names', () => {
  it('keeps every state, and what was merged', async () => {
    await approve('Tarn')
    await approve('the mayor')
    await rename('Tarn', 'Ilse Tarn')
    await merge('the mayor', 'Ilse Tarn')
    expect(await historyOf('Ilse Tarn')).toMatchObject([
      { action: 'approved', name: 'Tarn', aliases: [], archived: false },
      { action: 'renamed', name: 'Ilse Tarn', aliases: ['Tarn'], from: 'Tarn' },
      { action: 'merged', name: 'Ilse Tarn', aliases: ['Tarn', 'the mayor'], from: 'the mayor' },
    ])
  })

  it('cannot be changed, and no entity deleted', async () => {
    await approve('Tarn')
    await expect(db().entityHistory.deleteMany()).rejects.toThrow(/append-only/)
    await expect(db().entity.deleteMany()).rejects.toThrow()
  })
})

describe('the words without a name', () => {
  it('are those in submitted codings, with how often, and not what is approved', async () => {
    await study.annotate('ana', 6, 15, 'hero', names(['Tarn', 'Ruk']))
    await study.annotate('ana', 0, 5, 'hero', names('tarn'))
    await study.annotate('ben', 0, 5, 'hero', names('Open work'))
    await study.save('ana', [deletionOf(await study.annotate('ana', 0, 3, 'hero', names('Deleted')))])
    const focus = { variable: 'focus', value: 'Orsa' }
    await study.save('ana', [
      { op: 'put', kind: 'variable', id: newId(), mutationId: newId(), baseVersion: 0, value: focus },
    ])
    await study.submit('ana')
    const words = async () => (await listUnknownWords(lea(), ofStudy({}))).words
    expect(await words()).toEqual([
      { word: 'Tarn', spellings: ['tarn'], uses: 2 },
      { word: 'Orsa', spellings: [], uses: 1 },
      { word: 'Ruk', spellings: [], uses: 1 },
    ])
    await approve('Ilse Tarn')
    await alias('Ilse Tarn', 'Tarn')
    expect((await words()).map(({ word }) => word)).toEqual(['Orsa', 'Ruk'])
  })

  it('are the thousand most frequent, and how many there are beside', async () => {
    const many = (from: number, to: number) => Array.from({ length: to - from }, (_, place) => `Word ${from + place}`)
    for (let from = 0; from < 1010; from += 10) await study.annotate('ana', 0, 5, 'hero', names(many(from, from + 10)))
    await study.annotate('ana', 6, 15, 'hero', names('Word 1009'))
    await study.submit('ana')
    const { words, more } = await listUnknownWords(lea(), ofStudy({}))
    expect([words.length, more, words[0]]).toEqual([1000, 10, { word: 'Word 1009', spellings: [], uses: 2 }])
  })

  it('count once in what a later revision of a coding repeats, and again where it names them anew', async () => {
    await study.annotate('ana', 6, 15, 'hero', names('Tarn'))
    await study.submit('ana')
    const ana = study.actor('ana')
    const { codingId } = await reopenCoding(ana, { codingId: await study.codingId('ana'), reason: 'A slip.' })
    await saveChanges(ana, { codingId, changes: [putAnnotation(0, 5, 'hero', names('Tarn'))] })
    await submitCoding(ana, { codingId })
    expect(await listUnknownWords(lea(), ofStudy({}))).toEqual({
      words: [{ word: 'Tarn', spellings: [], uses: 2 }],
      more: 0,
    })
  })

  it('are hidden from a lead who still codes, and the approved names are not', async () => {
    const coding = await aStudy({ people: { kim: ['lead', 'coder'], ana: ['coder'] } })
    const kim = coding.actor('kim')
    await coding.annotate('ana', 0, 5, 'hero', { attributes: { voice: 'author', target: 'Tarn' } })
    await coding.submit('ana')
    await approveEntity(kim, { studyId: coding.studyId, name: 'Ruk', kind: 'person' })
    expect((await listEntities(kim, coding)).approved.map(({ name }) => name)).toEqual(['Ruk'])
    await expect(listUnknownWords(kim, coding)).rejects.toMatchObject({ code: 'forbidden' })
    await coding.submit('kim', { nothingToCode: true })
    expect((await listUnknownWords(kim, coding)).words).toEqual([{ word: 'Tarn', spellings: [], uses: 1 }])
  })
})

describe('what a coder is offered', () => {
  const read = async (name: string) => readCoding(study.actor(name), { codingId: await study.codingId(name) })

  it('are the approved names with their aliases, without any count', async () => {
    await study.annotate('ben', 0, 5, 'hero', names('Tarn'))
    await study.submit('ben')
    await approve('Ilse Tarn')
    await alias('Ilse Tarn', 'Tarn')
    expect((await read('ana')).targets).toEqual([{ name: 'Ilse Tarn', aliases: ['Tarn'] }])
  })

  it('are the own words beside them, but for those that became names; another’s never', async () => {
    await study.annotate('ana', 6, 15, 'hero', names(['Tarn', 'the mayor']))
    await study.annotate('ben', 0, 5, 'hero', names('the harbour master'))
    await study.submit('ben')
    expect((await read('ana')).ownTargets).toEqual(['Tarn', 'the mayor'])
    await approve('TARN')
    const view = await read('ana')
    expect([view.targets, view.ownTargets]).toEqual([[{ name: 'TARN', aliases: [] }], ['the mayor']])
    expect(JSON.stringify(view)).not.toContain('harbour master')
  })

  it('are the words of the two hundred codings opened last', async () => {
    const long = await aStudy({
      people: { ana: ['lead', 'coder'] },
      texts: Array.from({ length: 202 }, (_, place) => `Tarn came ${place}.`),
    })
    const own = async () =>
      (await readCoding(long.actor('ana'), { codingId: await long.codingId('ana', 1) })).ownTargets
    for (const [document, target] of [
      [1, 'First'],
      [2, 'Second'],
    ] as const) {
      await long.annotate('ana', 0, 4, 'hero', { document, attributes: { voice: 'author', target } })
    }
    expect(await own()).toEqual(['First', 'Second'])
    const later = { document: { is: { number: { gt: 2 } } } }
    await db().coding.updateMany({
      where: { studyId: long.studyId, ...later },
      data: { state: 'open', openedAt: new Date() },
    })
    expect(await own()).toEqual([])
    const last = { document: { is: { number: 202 } } }
    await db().coding.updateMany({
      where: { studyId: long.studyId, ...last },
      data: { state: 'assigned', openedAt: null },
    })
    expect(await own()).toEqual(['Second'])
  })

  it('changes no word that somebody coded', async () => {
    const row = await study.annotate('ana', 6, 15, 'hero', names('tarn'))
    await study.submit('ana')
    await approve('Ilse Tarn')
    await alias('Ilse Tarn', 'Tarn')
    expect((await read('ana')).rows).toEqual([row])
  })
})
