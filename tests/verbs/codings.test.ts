import { v7 as newId } from 'uuid'
import type { AttributeValue } from '@/lib/coding/annotation'
import { type Codebook, codebookSchema } from '@/lib/coding/codebook'
import { db } from '@/lib/db'
import { publishCodebook, replaceDraft } from '@/lib/verbs/codebooks'
import { listMyCodings, openCoding, readCoding, submitCoding } from '@/lib/verbs/codings'
import { aStudy, deletionOf, harbourText, smallCodebook, type TestStudy } from '../support/builders'
import { withTestDatabase } from '../support/database'

withTestDatabase()

const stateOf = async (study: TestStudy, name: string, document = 1) =>
  db().coding.findUniqueOrThrow({ where: { id: await study.codingId(name, document) } })

const open = async (study: TestStudy, name: string, document = 1) =>
  openCoding(study.actor(name), { codingId: await study.codingId(name, document) })

const read = async (study: TestStudy, name: string, document = 1) =>
  readCoding(study.actor(name), { codingId: await study.codingId(name, document) })

describe('the list of my codings', () => {
  it('has all of mine in my own order, with what the documents are', async () => {
    const study = await aStudy({ texts: [harbourText, 'Two words.', 'A third text.'] })
    await study.submit('ana', { document: 2, nothingToCode: true })
    const list = await listMyCodings(study.actor('ana'), study)
    expect(list.map((coding) => coding.index)).toEqual([1, 2, 3])
    const second = list.find((coding) => coding.document.number === 2)
    expect(second).toMatchObject({
      state: 'submitted',
      nothingToCode: true,
      document: { title: 'Text 2', language: 'en', length: 10, words: 2 },
    })
    expect(second?.submittedAt).toMatch(/^\d{4}-.*Z$/)
    const positions = await db().coding.findMany({
      where: { coderId: await study.membershipId('ana') },
      orderBy: { position: 'asc' },
    })
    expect(list.map((coding) => coding.id)).toEqual(positions.map((coding) => coding.id))
  })
})

describe('opening a coding', () => {
  it('marks an assigned one as open, once', async () => {
    const study = await aStudy()
    expect((await stateOf(study, 'ana')).state).toBe('assigned')
    expect((await open(study, 'ana')).state).toBe('open')
    const first = await stateOf(study, 'ana')
    await open(study, 'ana')
    expect((await stateOf(study, 'ana')).openedAt).toEqual(first.openedAt)
    expect((await stateOf(study, 'ben')).state).toBe('assigned')
  })
})

describe('reading a coding', () => {
  it('opens nothing: a page may be fetched ahead of its coder', async () => {
    const study = await aStudy()
    await read(study, 'ana')
    expect((await stateOf(study, 'ana')).state).toBe('assigned')
  })

  it('gives text, units, codebook and rows, tombstones included', async () => {
    const study = await aStudy()
    const kept = await study.annotate('ana', 6, 15, 'hero', { attributes: { target: 'Ilse Tarn', voice: 'author' } })
    const gone = await study.annotate('ana', 0, 5, 'villain', { attributes: { target: 'Ilse', voice: 'author' } })
    await study.save('ana', [deletionOf(gone)])
    const view = await read(study, 'ana')
    expect(view.document).toMatchObject({
      number: 1,
      text: harbourText,
      length: [...harbourText].length,
      direction: 'ltr',
    })
    expect(view.document.sentences).toHaveLength(4)
    expect(view.codebook).toEqual(smallCodebook)
    expect(view.rows).toEqual([{ ...gone, version: 2, deleted: true }, kept])
  })

  it('knows its neighbours in the coder’s own order', async () => {
    const study = await aStudy({ texts: ['One text.', 'Two texts.', 'Three texts.'] })
    const [first, second, third] = await listMyCodings(study.actor('ana'), study)
    const view = await readCoding(study.actor('ana'), { codingId: second?.id ?? '' })
    expect(view).toMatchObject({ position: { index: 2, of: 3 }, previousId: first?.id, nextId: third?.id })
    expect(await readCoding(study.actor('ana'), { codingId: third?.id ?? '' })).not.toHaveProperty('nextId')
  })

  it('offers the targets the coder named in the study, sorted, without those of others and of deleted annotations', async () => {
    const study = await aStudy({ texts: [harbourText, 'Another text.'] })
    const naming = (target: string, document = 1) => ({ document, attributes: { target, voice: 'author' } })
    await study.annotate('ana', 0, 5, 'hero', naming('Tarn'))
    await study.annotate('ana', 0, 5, 'hero', naming('Ostmole', 2))
    await study.annotate('ana', 0, 7, 'hero', naming('Tarn', 2))
    await study.save('ana', [deletionOf(await study.annotate('ana', 6, 10, 'hero', naming('Nobody')))])
    await study.annotate('ben', 0, 5, 'hero', naming('Ben’s'))
    expect((await read(study, 'ana')).ownTargets).toEqual(['Ostmole', 'Tarn'])
  })

  it('tells what changed in the codebook since the coding opened before, and only then', async () => {
    const study = await aStudy({ texts: [harbourText, 'Two words.', 'A third text.'] })
    const lea = study.actor('lea')
    const [first = 0, second = 0, third = 0] = (await listMyCodings(study.actor('ana'), study)).map(
      ({ document }) => document.number,
    )
    expect((await read(study, 'ana', first)).codebookNews).toBeNull()
    await open(study, 'ana', first)
    const codebook = { ...smallCodebook, version: '1.1.0', rules: ['Mark the shortest run.'] }
    await replaceDraft(lea, { studyId: study.studyId, codebook })
    await publishCodebook(lea, { studyId: study.studyId })
    const news = { since: '1.0.0', changes: [expect.objectContaining({ what: 'rules', after: codebook.rules })] }
    expect((await read(study, 'ana', second)).codebookNews).toEqual(news)
    await open(study, 'ana', second)
    expect((await read(study, 'ana', second)).codebookNews).toEqual(news)
    expect((await read(study, 'ana', third)).codebookNews).toBeNull()
    expect((await read(study, 'ana', first)).codebookNews).toBeNull()
  })

  it('works for a submitted one too', async () => {
    const study = await aStudy()
    await study.submit('ana', { nothingToCode: true })
    expect(await read(study, 'ana')).toMatchObject({ state: 'submitted', nothingToCode: true, rows: [] })
  })

  it('leaves out the facts that the study hides', async () => {
    const metadata = { outlet: 'Courier', url: 'https://courier.example', author: 'N. Quill', published: '2031-05-01' }
    const study = await aStudy({ metadata, blinding: { hideOutlet: true, hidePublished: true, hideAuthor: false } })
    expect((await read(study, 'ana')).document.metadata).toEqual({ author: 'N. Quill' })
  })
})

describe('submitting a coding', () => {
  const submit = async (study: TestStudy, nothingToCode?: boolean) =>
    submitCoding(study.actor('ana'), {
      codingId: await study.codingId('ana'),
      ...(nothingToCode === undefined ? {} : { nothingToCode }),
    })

  it('needs an annotation, or the word that there is nothing to code', async () => {
    const study = await aStudy()
    await expect(submit(study)).rejects.toMatchObject({
      code: 'invalid',
      fields: { nothingToCode: expect.any(String) },
    })
    expect(await submit(study, true)).toMatchObject({ state: 'submitted', nothingToCode: true })
  })

  it('does not take both', async () => {
    const study = await aStudy()
    await study.annotate('ana', 0, 5, 'hero')
    await expect(submit(study, true)).rejects.toMatchObject({ code: 'invalid' })
    expect((await stateOf(study, 'ana')).state).toBe('open')
  })

  it('does not count deleted annotations', async () => {
    const study = await aStudy()
    await study.save('ana', [deletionOf(await study.annotate('ana', 0, 5, 'hero'))])
    await expect(submit(study)).rejects.toMatchObject({ code: 'invalid' })
  })

  it('names every annotation that lacks a required attribute', async () => {
    const { voice, ...attributes } = smallCodebook.attributes
    const { default: _, ...required } = voice ?? {}
    const codebook: Codebook = codebookSchema.parse({
      ...smallCodebook,
      attributes: { ...attributes, voice: required },
    })
    const study = await aStudy({ codebook })
    const bare = await study.annotate('ana', 0, 5, 'hero', { attributes: {} })
    await study.annotate('ana', 0, 15, 'hero', { attributes: { voice: 'author' } })
    const fields = { [`annotations.${bare.id}.attributes.voice`]: 'Fill in Voice.' }
    await expect(submit(study)).rejects.toMatchObject({ code: 'invalid', fields })
    expect((await stateOf(study, 'ana')).submittedAt).toBeNull()
  })

  describe('with questions about the document', () => {
    const variables = [
      { key: 'genre', label: 'Genre', type: 'enum', required: true, values: ['news', 'opinion'] },
      { key: 'focal_entity', label: 'Focal entity', type: 'entity_ref', required: true },
      { key: 'words', label: 'Words', type: 'number', required: true },
      { key: 'topic', label: 'Topic', type: 'string' },
    ]
    const frame = { ...smallCodebook.codes[0], key: 'conflict', label: 'Conflict', level: 'document', shortcut: 'c' }
    const codebook = codebookSchema.parse({ ...smallCodebook, variables, codes: [...smallCodebook.codes, frame] })
    const answer = (variable: string, value: AttributeValue) => ({
      ...{ mutationId: newId(), id: newId(), baseVersion: 0, op: 'put' as const, kind: 'variable' as const },
      value: { variable, value },
    })

    it('names each required one that is open, with nothing to code as well', async () => {
      const study = await aStudy({ codebook })
      await study.save('ana', [answer('genre', 'news')])
      const fields = { 'variables.focal_entity': 'Answer Focal entity.', 'variables.words': 'Answer Words.' }
      await expect(submit(study, true)).rejects.toMatchObject({ code: 'invalid', fields })
      await study.annotate('ana', 0, 5, 'hero')
      await expect(submit(study)).rejects.toMatchObject({ code: 'invalid', fields })
    })

    it('takes it when they are answered: a number of 0 is an answer, blank words are none', async () => {
      const study = await aStudy({ codebook })
      const blank = answer('focal_entity', ' ')
      await study.save('ana', [answer('genre', 'news'), answer('words', 0), blank])
      await expect(submit(study, true)).rejects.toMatchObject({
        fields: { 'variables.focal_entity': expect.any(String) },
      })
      const named = { ...blank, mutationId: newId(), baseVersion: 1, value: { ...blank.value, value: 'Ilse Tarn' } }
      await study.save('ana', [named])
      expect(await submit(study, true)).toMatchObject({ state: 'submitted', nothingToCode: true })
    })

    it('asks again for an answer that was taken back', async () => {
      const study = await aStudy({ codebook })
      const [genre] = await study.save('ana', [
        answer('genre', 'news'),
        answer('words', 3),
        answer('focal_entity', 'Tarn'),
      ])
      if (genre) await study.save('ana', [deletionOf(genre)])
      await expect(submit(study, true)).rejects.toMatchObject({ fields: { 'variables.genre': 'Answer Genre.' } })
    })

    it('keeps a code for whole documents as yes or no, and does not demand it', async () => {
      const study = await aStudy({ codebook })
      await expect(study.save('ana', [answer('conflict', 'maybe')])).rejects.toMatchObject({ code: 'invalid' })
      await study.save('ana', [answer('genre', 'news'), answer('words', 3), answer('focal_entity', 'Tarn')])
      await study.save('ana', [answer('conflict', true)])
      expect((await read(study, 'ana')).rows).toContainEqual(
        expect.objectContaining({ kind: 'variable', value: { variable: 'conflict', value: true } }),
      )
      expect(await submit(study, true)).toMatchObject({ state: 'submitted' })
    })
  })

  it('again in the same way answers the same and changes nothing', async () => {
    const study = await aStudy()
    await study.annotate('ana', 0, 5, 'hero')
    const first = await submit(study)
    expect(await submit(study)).toEqual(first)
    expect(await db().auditEvent.count({ where: { action: 'coding.submitted' } })).toBe(1)
  })

  it('again in the other way is a conflict', async () => {
    const study = await aStudy()
    await submit(study, true)
    await expect(submit(study)).rejects.toMatchObject({ code: 'conflict' })
  })

  it('by ten requests at once happens once', async () => {
    const study = await aStudy()
    await study.annotate('ana', 0, 5, 'hero')
    const answers = await Promise.all(Array.from({ length: 10 }, () => submit(study)))
    for (const answer of answers) expect(answer).toEqual(answers[0])
    expect(await db().auditEvent.count({ where: { action: 'coding.submitted' } })).toBe(1)
  })

  it('leaves the codings of others alone', async () => {
    const study = await aStudy()
    await submit(study, true)
    expect((await stateOf(study, 'ben')).state).toBe('assigned')
  })
})

describe('what was submitted', () => {
  /** The database's own words; not beside the calls, whose lines Prisma quotes in its errors. */
  const refusal = /a submitted coding never changes/
  const kept = /a coding that was opened is never deleted/
  const frozen = /the units of a document never change once somebody codes it/

  it('is kept by the database itself: neither rows nor state change, whoever asks', async () => {
    const study = await aStudy()
    await study.annotate('ana', 0, 5, 'figure')
    await study.submit('ana')
    const { id } = await stateOf(study, 'ana')
    await expect(db().annotation.deleteMany({ where: { codingId: id } })).rejects.toThrow(refusal)
    await expect(db().annotation.updateMany({ where: { codingId: id }, data: { note: 'x' } })).rejects.toThrow(refusal)
    const reopened = { state: 'open' as const, submittedAt: null }
    await expect(db().coding.update({ where: { id }, data: reopened })).rejects.toThrow(refusal)
    await expect(db().coding.update({ where: { id }, data: { nothingToCode: true } })).rejects.toThrow(refusal)
  })

  it('goes on to adjudicated', async () => {
    const study = await aStudy()
    await study.submit('ana', { nothingToCode: true })
    const { id } = await stateOf(study, 'ana')
    expect(await db().coding.update({ where: { id }, data: { state: 'adjudicated' } })).toMatchObject({
      state: 'adjudicated',
    })
  })

  it('rests on units that no longer change, and opened work is never deleted', async () => {
    const study = await aStudy()
    await open(study, 'ana')
    await expect(db().document.updateMany({ data: { sentences: [0, 5] } })).rejects.toThrow(frozen)
    await expect(db().coding.deleteMany({ where: { state: 'open' } })).rejects.toThrow(kept)
  })
})
