import type { Membership } from '../../../../prisma/generated/client'
import { lettersAbout } from '../../../coding/review/letters'
import { reviewSwitchesSchema } from '../../../coding/review/review-switches'
import type { Transaction } from '../../../db'
import { may } from '../../../policy'
import type { Standing } from './open-discussion'
import type { ThreadPlace } from './thread-place'

/** A member of the study as one reader of a discussion sees them. */
export interface ThreadPerson {
  id: string
  /** A name, or "Coder B". */
  name: string
  /** Whether the person can be mentioned: still here, and may take part. */
  isHere: boolean
}

/** Somebody of whom the reader may not even know the letter. */
const somebody = 'somebody'

interface Member extends Membership {
  user: { name: string }
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
  if (roundId === null || documentId === null) {
    const coders = members.filter(({ roles }) => may(roles, 'codings.do')).map(({ pseudonym }) => pseudonym)
    return lettersAbout(['code', studyId, codeKey ?? ''], coders)
  }
  const codings = await reader.coding.findMany({
    where: { studyId, roundId, documentId, kind: 'human', revision: 0, submittedAt: { not: null } },
    select: { coder: { select: { pseudonym: true } } },
  })
  const coders = codings.map(({ coder }) => coder.pseudonym)
  return lettersAbout(['document', roundId, documentId], coders)
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

/**
 * Everybody who is or was in the study, as this reader sees them in this discussion: who reviews by name; who codes by a
 * letter, or to reviewers of a round that shows names by pseudonym and name.
 */
export async function threadPeople(
  reader: Transaction,
  place: ThreadPlace,
  standing: Standing,
): Promise<ThreadPerson[]> {
  const members = await reader.membership.findMany({
    where: { studyId: place.studyId },
    include: { user: { select: { name: true } } },
    orderBy: [{ joinedAt: 'asc' }, { id: 'asc' }],
  })
  const letterOf = await codersOf(reader, place, members)
  const named = standing === 'reviewer' && (await showsNames(reader, place))
  const people = members.map(({ id, roles, pseudonym, user, leftAt }): ThreadPerson => {
    const isHere = leftAt === null && may(roles, 'discussion.take')
    if (may(roles, 'review.read')) return { id, name: user.name, isHere }
    const letter = letterOf.get(pseudonym)
    const name = named ? `${pseudonym} ${user.name}` : letter === undefined ? somebody : `Coder ${letter}`
    return { id, name, isHere: isHere && (named || letter !== undefined) }
  })
  return distinctNames(people)
}
