import { createHash, randomInt, randomUUID } from 'node:crypto'
import { v7 as newId } from 'uuid'
import type { AttributeValue } from '@/lib/coding/annotation'
import type { Change, CodedRow } from '@/lib/coding/change'
import { type Codebook, codebookSchema } from '@/lib/coding/codebook'
import { db, type Transaction, transaction } from '@/lib/db'
import type { MemberRole } from '@/lib/policy'
import { freezeUnits } from '@/lib/text/units'
import { saveChanges } from '@/lib/verbs/annotations'
import { submitCoding } from '@/lib/verbs/codings'
import { assignEveryone } from '@/lib/verbs/steps/assignments'
import type { Actor } from '@/lib/verbs/steps/authorize'
import { insertCodebook } from '@/lib/verbs/steps/codebook-rows'
import { insertMembership } from '@/lib/verbs/steps/memberships'

/** Builders that make each test its own study: `const { annotate } = await aStudy(); await annotate('ana', 3, 9, 'hero')`. */

const code = (key: string, shortcut: string, attributeKeys: string[] = []) => ({
  ...{ key, shortcut, attributeKeys },
  family: 'character',
  label: key,
  colour: '#335577',
  pattern: 'solid',
})

/** Three codes for characters, a figure that may be linked to its source, and a document variable. */
export const smallCodebook: Codebook = codebookSchema.parse({
  version: '1.0.0',
  title: 'Characters',
  families: [{ key: 'character', label: 'Characters' }],
  attributes: {
    target: { label: 'Target', type: 'entity_ref' },
    voice: {
      label: 'Voice',
      type: 'enum',
      required: true,
      default: 'author',
      values: [
        { id: 'author', label: 'Author' },
        { id: 'quoted', label: 'Quoted' },
      ],
    },
  },
  codes: [code('hero', 'h', ['target', 'voice']), code('villain', 'v', ['target', 'voice']), code('figure', 'f')],
  variables: [{ key: 'genre', label: 'Genre', type: 'enum', values: ['news', 'opinion'] }],
  relations: [{ key: 'same_actor', label: 'Same actor', from: ['hero', 'villain'], to: ['hero', 'villain'] }],
})

/** The text of a study that names none: two sentences and an emoji of several code points. */
export const harbourText = 'Mayor Ilse Tarn saved the harbour of Ostmole. Critics call her a tyrant 👩‍🚒 and a thief.'

interface StudyOptions {
  /** Who is in the study; "lea" leads, "ana" and "ben" code unless said otherwise. */
  people?: Record<string, MemberRole[]>
  texts?: string[]
  codebook?: Codebook
  blinding?: Record<string, boolean>
  metadata?: Record<string, string>
}

export async function aPerson(name: string): Promise<Actor> {
  const id = randomUUID()
  const email = `${name}-${id.slice(0, 8)}@example.org`
  await db().user.create({ data: { id, email, name } })
  return { userId: id, email, name }
}

async function addDocument(
  tx: Transaction,
  studyId: string,
  number: number,
  text: string,
  options: StudyOptions,
  by: Actor,
) {
  await tx.document.create({
    data: {
      ...freezeUnits(text, 'en'),
      ...{ id: randomUUID(), studyId, number, text, importedById: by.userId, language: 'en' },
      title: `Text ${number}`,
      sha256: createHash('sha256').update(text).digest('hex'),
      metadata: options.metadata ?? {},
    },
  })
}

/** A study with its round "everyone codes everything", written without the verbs that a lead would use. */
async function insertStudy(options: StudyOptions, actors: Map<string, Actor>, creator: Actor): Promise<string> {
  const studyId = randomUUID()
  const people = options.people ?? {}
  const texts = options.texts ?? [harbourText]
  await transaction(async (tx) => {
    await tx.study.create({
      data: {
        ...{ id: studyId, title: 'A study', seed: randomInt(2 ** 31 - 1), createdById: creator.userId },
        blinding: options.blinding ?? {},
        nextDocument: texts.length + 1,
      },
    })
    const codebookVersionId = await insertCodebook(tx, studyId, options.codebook ?? smallCodebook, 'published')
    await tx.round.create({
      data: {
        ...{ id: randomUUID(), studyId, number: 1, title: 'Main round', codebookVersionId },
        ...{ purpose: 'main', plan: { design: 'everyone' } },
      },
    })
    for (const [name, actor] of actors) {
      await insertMembership(tx, { studyId, userId: actor.userId, roles: people[name] ?? ['viewer'] })
    }
    for (const [index, text] of texts.entries()) await addDocument(tx, studyId, index + 1, text, options, creator)
    await assignEveryone(tx, studyId)
  })
  return studyId
}

/** One put of an annotation, as the desk sends it. */
export function putAnnotation(
  start: number,
  end: number,
  codeKey: string,
  more: Partial<{
    id: string
    mutationId: string
    baseVersion: number
    attributes: Record<string, AttributeValue>
  }> = {},
): Change & { op: 'put'; kind: 'annotation' } {
  return {
    mutationId: more.mutationId ?? newId(),
    op: 'put',
    kind: 'annotation',
    id: more.id ?? newId(),
    baseVersion: more.baseVersion ?? 0,
    value: {
      code: codeKey,
      segments: [{ part: 'span', start, end }],
      attributes: more.attributes ?? (codeKey === 'figure' ? {} : { voice: 'author' }),
      note: '',
      unsure: false,
      touched: [],
    },
  }
}

/** The deletion of a row as it stands. */
export function deletionOf(row: Pick<CodedRow, 'id' | 'kind' | 'version'>, mutationId = newId()): Change {
  return { mutationId, op: 'delete', kind: row.kind, id: row.id, baseVersion: row.version }
}

export interface TestStudy {
  studyId: string
  /** @throws Error for who is not in the study */
  actor(name: string): Actor
  membershipId(name: string): Promise<string>
  /** The id of somebody's coding of document 1, 2, ..., in its newest revision. */
  codingId(name: string, document?: number): Promise<string>
  save(name: string, changes: Change[], document?: number): Promise<CodedRow[]>
  /** Codes one span of the first document, or of another. */
  annotate(
    name: string,
    start: number,
    end: number,
    codeKey: string,
    more?: { document?: number; attributes?: Record<string, AttributeValue> },
  ): Promise<CodedRow>
  submit(name: string, more?: { document?: number; nothingToCode?: boolean }): Promise<void>
}

/** Makes a study with people and texts; every coder is assigned every text. */
export async function aStudy(options: StudyOptions = {}): Promise<TestStudy> {
  const people = options.people ?? { lea: ['lead'], ana: ['coder'], ben: ['coder'] }
  const actors = new Map<string, Actor>()
  for (const name of Object.keys(people)) actors.set(name, await aPerson(name))
  const [creator] = actors.values()
  if (!creator) throw new Error('A study needs somebody who creates it.')
  const studyId = await insertStudy({ ...options, people }, actors, creator)

  const actor = (name: string): Actor => {
    const found = actors.get(name)
    if (!found) throw new Error(`Nobody is called ${name}.`)
    return found
  }
  const membershipId = async (name: string) => {
    const seat = { studyId_userId: { studyId, userId: actor(name).userId } }
    return (await db().membership.findUniqueOrThrow({ where: seat })).id
  }
  const codingId = async (name: string, document = 1) => {
    const where = { studyId, coderId: await membershipId(name), document: { is: { number: document } } }
    return (await db().coding.findFirstOrThrow({ where, orderBy: { revision: 'desc' } })).id
  }
  const save: TestStudy['save'] = async (name, changes, document) =>
    (await saveChanges(actor(name), { codingId: await codingId(name, document), changes })).rows
  return {
    studyId,
    actor,
    membershipId,
    codingId,
    save,
    annotate: async (name, start, end, codeKey, { document, attributes } = {}) => {
      const [row] = await save(name, [putAnnotation(start, end, codeKey, attributes ? { attributes } : {})], document)
      if (!row) throw new Error('Nothing was saved.')
      return row
    },
    submit: async (name, { document, nothingToCode } = {}) => {
      await submitCoding(actor(name), {
        codingId: await codingId(name, document),
        ...(nothingToCode === undefined ? {} : { nothingToCode }),
      })
    },
  }
}
