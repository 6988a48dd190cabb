import type { Membership } from '../../../../prisma/generated/client'
import { lettersAbout } from '../../../coding/review/letters'
import { reviewSwitchesSchema } from '../../../coding/review/review-switches'
import type { Transaction } from '../../../db'
import { may } from '../../../policy'
import { readLetterSecret } from '../review/letter-secret'
import type { Standing } from './open-discussion'
import type { ThreadPlace } from './thread-place'

/**
 * A member of the study as one reader of a discussion sees them. Who reviews and codes here is two of them, the reviewer and
 * a letter: by a letter that is missing, one would find who it is.
 */
export interface ThreadPerson {
  /** Of the membership. */
  id: string
  /** As comments keep whom they mention: as a reviewer or as a coder. */
  reference: string
  /** A name, or "Coder B". */
  name: string
  /** Whether the person can be mentioned. */
  isHere: boolean
}

/** Who reads a discussion, and as whom. */
export interface ThreadReader extends Pick<Membership, 'roles'> {
  standing: Standing
}

/** Somebody of whom the reader may not even know the letter. */
const somebody = 'somebody'

interface Member extends Membership {
  user: { name: string }
}

function asCoder(id: string): string {
  return `coder ${id}`
}

/** All ways in which comments keep that these members are mentioned. */
export function referencesTo(ids: readonly string[]): string[] {
  return ids.flatMap((id) => [id, asCoder(id)])
}

/** How this reader sees whom a comment mentions, or, by the id of the membership, who wrote it: reviewers as such. */
export function namesIn(people: readonly ThreadPerson[]): (reference: string) => string {
  const names = new Map(people.map(({ reference, name }) => [reference, name]))
  const writers = new Map(people.map(({ id, name }) => [id, name]))
  return (reference) => names.get(reference) ?? writers.get(reference) ?? somebody
}

/** Pseudonyms of the coders that a discussion has a letter for, in the order of their letters. */
async function codersOf(
  reader: Transaction,
  place: ThreadPlace,
  members: readonly Member[],
): Promise<ReadonlyMap<string, string>> {
  if (place.cluster) return place.cluster.letters
  const { studyId, subject, roundId, documentId, codeKey } = place
  // A cluster that is no more has no letters either.
  if (subject === 'cluster') return new Map()
  const secret = await readLetterSecret(reader, studyId)
  if (roundId === null || documentId === null) {
    const coders = members.filter(({ roles }) => may(roles, 'codings.do')).map(({ pseudonym }) => pseudonym)
    return lettersAbout(['code', studyId, codeKey ?? ''], coders, secret)
  }
  const codings = await reader.coding.findMany({
    where: { studyId, roundId, documentId, kind: 'human', revision: 0, submittedAt: { not: null } },
    select: { coder: { select: { pseudonym: true } } },
  })
  const coders = codings.map(({ coder }) => coder.pseudonym)
  return lettersAbout(['document', roundId, documentId], coders, secret)
}

/** Whether reviewers see names in this discussion: of a code, when they do in every round. */
async function showsNames(reader: Transaction, { studyId, roundId }: ThreadPlace): Promise<boolean> {
  const rounds = await reader.round.findMany({
    where: { studyId, ...(roundId === null ? {} : { id: roundId }) },
    select: { plan: true },
  })
  return rounds.every(({ plan }) => reviewSwitchesSchema.parse(plan).showNames)
}

/** Names that are different for different people: the second of a name has a number. */
function distinctNames(people: readonly ThreadPerson[]): ThreadPerson[] {
  const times = new Map<string, number>()
  return people.map((person) => {
    const time = (times.get(person.name) ?? 0) + 1
    times.set(person.name, time)
    return time === 1 || person.name === somebody ? person : { ...person, name: `${person.name} (${time})` }
  })
}

/** How this reader sees coders: undefined by letters alone, otherwise by name or at least pseudonym. */
async function namingOf(reader: Transaction, place: ThreadPlace, { standing, roles }: ThreadReader) {
  if (standing !== 'reviewer' || !(await showsNames(reader, place))) return undefined
  const isNamed = may(roles, 'review.decide')
  return ({ pseudonym, user }: Member) => (isNamed ? `${pseudonym} ${user.name}` : pseudonym)
}

/**
 * Everybody who is or was in the study, as this reader sees them in this discussion: who codes by a letter, whoever it is,
 * or to reviewers of a round that shows names by pseudonym, and by name to those who decide; who reviews by name.
 */
export async function threadPeople(
  reader: Transaction,
  place: ThreadPlace,
  whoReads: ThreadReader,
): Promise<ThreadPerson[]> {
  const members = await reader.membership.findMany({
    where: { studyId: place.studyId },
    include: { user: { select: { name: true } } },
    orderBy: [{ joinedAt: 'asc' }, { id: 'asc' }],
  })
  const letterOf = await codersOf(reader, place, members)
  const naming = await namingOf(reader, place, whoReads)
  const takesPart = ({ leftAt, roles }: Member) => leftAt === null && may(roles, 'discussion.take')
  const reviews = ({ roles }: Member) => may(roles, 'review.read')
  const coders = members.flatMap((member): ThreadPerson[] => {
    const letter = letterOf.get(member.pseudonym)
    if (letter === undefined && reviews(member)) return []
    const own = { id: member.id, reference: asCoder(member.id) }
    if (naming) return [{ ...own, name: naming(member), isHere: takesPart(member) }]
    // Also of who has left: a letter that is missing would tell.
    return [{ ...own, name: letter === undefined ? somebody : `Coder ${letter}`, isHere: letter !== undefined }]
  })
  const reviewers = members.filter(reviews).map((member): ThreadPerson => {
    return { id: member.id, reference: member.id, name: member.user.name, isHere: takesPart(member) }
  })
  return distinctNames([...coders, ...reviewers])
}
