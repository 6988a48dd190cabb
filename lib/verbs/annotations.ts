import { v5 as nameBasedId } from 'uuid'
import type { AnnotationHistory, Coding } from '../../prisma/generated/client'
import type { Change, CodedRow } from '../coding/change'
import { type Transaction, transaction } from '../db'
import { AppError } from '../errors'
import { announceCoding } from './steps/announcements'
import type { Actor } from './steps/authorize'
import { applyChange, danglingLinks, type RowsById, tombstone } from './steps/change-list'
import { type Rules, readRules } from './steps/change-rules'
import { type Entry, readRowsAround, writeCodedRows, writeHistory } from './steps/coded-rows'
import { isSubmitted, lockOwnCoding, markOpened } from './steps/own-coding'

/** More live annotations than this in one coding are a mistake of a program, not the work of a person. */
const maxLiveAnnotations = 20_000

/** A change with its place in the list as it was sent. */
interface Numbered {
  change: Change
  index: number
}

/** The deletion of a link that went with its annotation: named after the change that caused it, so a replay finds it. */
function cascadeId(link: CodedRow, annotationChange: Change): string {
  return nameBasedId(link.id, annotationChange.mutationId)
}

async function readKnown(tx: Transaction, coding: Coding, mutationIds: string[]): Promise<AnnotationHistory[]> {
  return tx.annotationHistory.findMany({
    where: { codingId: coding.id, mutationId: { in: mutationIds } },
    orderBy: { id: 'asc' },
  })
}

/** The known changes of a list with their first answers. @throws AppError conflict when one was about another row */
async function firstAnswers(tx: Transaction, coding: Coding, changes: Change[]): Promise<Map<string, CodedRow>> {
  const known = await readKnown(
    tx,
    coding,
    changes.map((change) => change.mutationId),
  )
  const answers = new Map(known.map((entry) => [entry.mutationId, entry.state as unknown as CodedRow]))
  const misused = changes.find((change) => {
    const answer = answers.get(change.mutationId)
    return answer && (answer.id !== change.id || answer.kind !== change.kind)
  })
  if (misused) {
    // Without `current`: nothing is stale, so making the change again would not help.
    throw new AppError('conflict', `The mutationId ${misused.mutationId} was used for another row before.`)
  }
  return answers
}

/** The answers to links that went with an annotation whose deletion is replayed. */
async function replayedCascades(tx: Transaction, coding: Coding, known: Change[]): Promise<CodedRow[]> {
  const deletions = known.filter((change) => change.kind === 'annotation' && change.op === 'delete')
  if (deletions.length === 0) return []
  const ids = deletions.map((change) => change.id)
  const around = await readRowsAround(tx, coding, ids)
  const names = around
    .filter((row) => row.kind === 'link')
    .flatMap((link) => deletions.map((change) => cascadeId(link, change)))
  return (await readKnown(tx, coding, names)).map((entry) => entry.state as unknown as CodedRow)
}

function refuseRepeatedNames(changes: Change[]): void {
  const fields: Record<string, string> = {}
  const seen = new Set<string>()
  changes.forEach((change, index) => {
    if (seen.has(change.mutationId)) fields[`changes.${index}.mutationId`] = 'is used twice in this list'
    seen.add(change.mutationId)
  })
  if (Object.keys(fields).length > 0) throw new AppError('invalid', 'Give every change its own mutationId.', { fields })
}

function idsIn(changes: Change[]): string[] {
  return changes.flatMap((change) =>
    change.op === 'put' && change.kind === 'link' ? [change.id, change.value.from, change.value.to] : [change.id],
  )
}

/** Deletes the links that lost an end, each in the name of the deletion that took it. */
function cascade(rows: RowsById, changes: Change[]): Entry[] {
  return danglingLinks(rows).flatMap((link) => {
    const ends = link.kind === 'link' ? [link.value.from, link.value.to] : []
    const cause = changes.findLast((change) => change.op === 'delete' && ends.includes(change.id))
    if (!cause) return []
    const deleted = tombstone(link)
    rows.set(link.id, deleted)
    return [{ mutationId: cascadeId(link, cause), row: deleted }]
  })
}

/**
 * Works the changes through in memory, in order, each on what the ones before it left.
 * @param rows as they stand; changed to what is to be written
 * @throws AppError conflict with the current rows of all changes that do not fit, or invalid naming each broken rule
 */
function work(rows: RowsById, list: Numbered[], rules: Rules): Entry[] {
  const before = new Map(rows)
  const entries: Entry[] = []
  const stale = new Set<string>()
  const fields: Record<string, string> = {}
  for (const { change, index } of list) {
    Object.assign(fields, rules.problems(change, rows, `changes.${index}.value`))
    const outcome = applyChange(rows, change)
    if ('row' in outcome) entries.push({ mutationId: change.mutationId, row: outcome.row })
    else stale.add(outcome.conflict?.id ?? change.id)
  }
  if (stale.size > 0) {
    const current = [...stale].flatMap((id) => before.get(id) ?? [])
    throw new AppError('conflict', 'This was changed elsewhere, perhaps in another tab. Read it again.', { current })
  }
  if (Object.keys(fields).length > 0) {
    throw new AppError('invalid', 'These changes break a rule of the codebook or of the text.', { fields })
  }
  const changes = list.map(({ change }) => change)
  return [...entries, ...cascade(rows, changes)]
}

async function refuseTooMany(tx: Transaction, coding: Coding): Promise<void> {
  const live = await tx.annotation.count({ where: { codingId: coding.id, deletedAt: null } })
  if (live > maxLiveAnnotations) {
    const limit = maxLiveAnnotations.toLocaleString('en')
    throw new AppError('invalid', `A coding holds at most ${limit} annotations. Delete some before you add more.`)
  }
}

async function write(tx: Transaction, actor: Actor, coding: Coding, entries: Entry[], rules: Rules): Promise<void> {
  const last = new Map(entries.map(({ row }) => [row.id, row]))
  await writeCodedRows(tx, coding, [...last.values()], rules.codeIds)
  if (entries.some(({ row }) => row.kind === 'annotation' && !row.deleted)) await refuseTooMany(tx, coding)
  await writeHistory(tx, coding, actor.userId, entries)
}

async function apply(tx: Transaction, actor: Actor, coding: Coding, list: Numbered[]): Promise<Entry[]> {
  if (list.length === 0) return []
  if (isSubmitted(coding)) {
    throw new AppError('conflict', 'This coding was submitted, so nothing in it can change any more.')
  }
  if (coding.ineligibleConfirmedAt) {
    throw new AppError('conflict', 'The lead confirmed that this text is not eligible, so nothing in it can change.')
  }
  const rules = await readRules(tx, coding)
  const around = await readRowsAround(tx, coding, idsIn(list.map(({ change }) => change)))
  const entries = work(new Map(around.map((row) => [row.id, row])), list, rules)
  await write(tx, actor, coding, entries, rules)
  await markOpened(tx, coding)
  await announceCoding(tx, coding)
  return entries
}

/**
 * Saves a list of changes to the actor's own coding: all of them, or none. A change that is known by its `mutationId`
 * gets its first answer and is not applied again, also after the coding was submitted. Deleting an annotation deletes
 * the links at it.
 * @returns the row after each change, in the order of the list, then the links that went with their annotations
 * @throws AppError not_found when the coding is not the actor's own; conflict with `current` when a change was made on
 *   another version than the current one (deleting what is not there counts as such), without it when the coding is
 *   submitted, its document confirmed as not eligible, or a mutationId known for another row; invalid with `fields` such as "changes.3.value.segments.0"
 */
export async function saveChanges(
  actor: Actor,
  input: { codingId: string; changes: Change[] },
): Promise<{ rows: CodedRow[] }> {
  const { changes } = input
  return transaction(async (tx) => {
    const coding = await lockOwnCoding(tx, actor, input.codingId)
    refuseRepeatedNames(changes)
    const first = await firstAnswers(tx, coding, changes)
    const known = changes.filter((change) => first.has(change.mutationId))
    const unknown = changes
      .map((change, index) => ({ change, index }))
      .filter(({ change }) => !first.has(change.mutationId))
    const applied = await apply(tx, actor, coding, unknown)
    const answers = new Map([...first, ...applied.map(({ mutationId, row }) => [mutationId, row] as const)])
    const inOrder = changes.flatMap((change) => answers.get(change.mutationId) ?? [])
    const named = new Set(changes.map((change) => change.mutationId))
    const cascades = applied.filter(({ mutationId }) => !named.has(mutationId)).map(({ row }) => row)
    return { rows: [...inOrder, ...(await replayedCascades(tx, coding, known)), ...cascades] }
  })
}
