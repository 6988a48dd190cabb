import { v7 as newId } from 'uuid'
import { byLetter } from '@/lib/coding/review/letters'
import { db } from '@/lib/db'
import { decideInOneStep } from '@/lib/verbs/decisions'
import { listMentions, readThread } from '@/lib/verbs/discussions'
import { readCluster } from '@/lib/verbs/review'
import { reopenCoding } from '@/lib/verbs/revisions'
import { readStudy } from '@/lib/verbs/studies'
import { withTestDatabase } from '../support/database'
import {
  differingStudy,
  disputed,
  documentIdOf,
  openStudy,
  release,
  roundIdOf,
  say,
  threadOf,
} from '../support/discussed-study'
import { showNames, wholeQueue } from '../support/review'

// What the review says by letters says nothing of pseudonyms, neither by what is in it nor by the order it is in.

withTestDatabase()

const texts = ['saved', 'built', 'sold', 'left', 'lost'].map(
  (did) => `Mayor Ilse Tarn ${did} the harbour of Ostmole, some say. Critics call her a tyrant and a thief.`,
)

/** Three coders differ in each of five texts, so that letters are hardly in the order of pseudonyms everywhere. */
async function threeCoders() {
  const study = await differingStudy({ people: { cem: ['coder'] }, texts })
  for (let document = 1; document <= texts.length; document += 1) {
    await study.annotate('cem', 0, 12, 'figure', { document })
    await study.annotate('cem', 65, 71, 'villain', { document })
    for (const name of ['ana', 'ben', 'cem']) await study.submit(name, { document })
  }
  await release(study)
  return study
}

const inOrder = (letters: readonly string[]) => [...letters].sort(byLetter)

it('names readings, differences and their members in the order of letters', async () => {
  const study = await threeCoders()
  const { entries } = await wholeQueue(study, 'adi')
  expect(entries.length).toBeGreaterThanOrEqual(5)
  for (const { id: clusterId } of entries) {
    const { readings, differences } = await readCluster(study.actor('adi'), { ...study, clusterId })
    expect(readings.map(({ letter }) => letter)).toEqual(['A', 'B', 'C'])
    const pairs = differences.map((difference) => difference.readings.join(''))
    expect(pairs).toEqual(pairs.toSorted())
    for (const difference of differences) {
      expect(difference.readings).toEqual(inOrder(difference.readings))
      const members = difference.members.map(({ reading }) => reading)
      expect(members).toEqual(inOrder(members))
    }
  }
})

it('offers the people of a discussion by the names shown, not in the order in which they joined', async () => {
  const study = await threeCoders()
  for (const { id } of (await wholeQueue(study, 'adi')).entries) {
    expect((await threadOf(study, 'adi', id)).people).toEqual(['Coder A', 'Coder B', 'Coder C', 'lea'])
  }
})

it('does not say whose annotations a step took of those that are alike', async () => {
  const study = await threeCoders()
  const step = { ...study, roundId: await roundIdOf(study), step: 'unanimous' as const, batchId: newId() }
  await wholeQueue(study, 'adi')
  expect((await decideInOneStep(study.actor('lea'), step)).decisions).toBe(texts.length)
  const { entries } = await wholeQueue(study, 'adi', { state: 'decided', type: 'agreed' })
  for (const { id: clusterId } of entries) {
    const { decision } = await readCluster(study.actor('adi'), { ...study, clusterId })
    expect(decision).toMatchObject({ method: 'unanimous', accepted: [] })
  }
})

describe('a lead who codes', () => {
  async function withLeadWhoCodes() {
    const study = await differingStudy({ people: { kim: ['lead', 'coder'] } })
    await study.annotate('kim', 0, 12, 'figure')
    await study.annotate('kim', 65, 71, 'villain')
    for (const name of ['ana', 'ben', 'kim']) await study.submit(name)
    await release(study)
    return { study, cluster: await disputed(study) }
  }

  it('is one of the letters of a discussion, and a reviewer by name, and not known as both', async () => {
    const { study, cluster } = await withLeadWhoCodes()
    const letters = ['Coder A', 'Coder B', 'Coder C']
    expect((await threadOf(study, 'adi', cluster.id)).people).toEqual([...letters, 'kim', 'lea'])
    const own = (await threadOf(study, 'ana', cluster.id)).stances?.own
    const others = letters.filter((letter) => letter !== `Coder ${own}`)
    expect((await threadOf(study, 'ana', cluster.id)).people).toEqual(['adi', ...others, 'kim', 'lea'])
    const text = 'Why, @Coder A, @Coder B and @Coder C? And @kim?'
    await say(study, 'adi', cluster.id, text)
    for (const reader of ['adi', 'ana', 'kim', 'vic']) {
      const [said] = (await threadOf(study, reader, cluster.id)).comments
      expect(said).toMatchObject({ text, mentions: [...letters, 'kim'] })
    }
    expect(await listMentions(study.actor('kim'), study)).toMatchObject([{ text }])
    expect((await say(study, 'kim', cluster.id, 'A title is no deed.')).author).toBe('kim')
  })

  it('is so in the discussions of texts and codes too', async () => {
    const { study } = await withLeadWhoCodes()
    const { studyId } = study
    const document = { subject: 'document' as const, documentId: await documentIdOf(study) }
    for (const asked of [document, { subject: 'code' as const, code: 'hero' }]) {
      const { people } = await readThread(study.actor('adi'), { studyId, ...asked })
      expect(people).toEqual(['Coder A', 'Coder B', 'Coder C', 'kim', 'lea'])
    }
  })

  it('is found by no letter that is missing once anybody has left or changed roles', async () => {
    const { study, cluster } = await withLeadWhoCodes()
    const ana = { id: await study.membershipId('ana') }
    await db().membership.update({ where: ana, data: { leftAt: new Date() } })
    expect((await threadOf(study, 'adi', cluster.id)).people).toEqual(['Coder A', 'Coder B', 'Coder C', 'kim', 'lea'])
    await db().membership.update({ where: ana, data: { leftAt: null, roles: ['viewer'] } })
    expect((await threadOf(study, 'adi', cluster.id)).people).toEqual(['Coder A', 'Coder B', 'Coder C', 'kim', 'lea'])
  })
})

it('tells viewers pseudonyms at most, also of a round that shows names', async () => {
  const study = await openStudy()
  const { id } = await disputed(study)
  await say(study, 'ana', id, 'Mine. What says @lea?')
  await showNames(study)
  expect((await threadOf(study, 'adi', id)).comments[0]?.author).toMatch(/^C\d\d ana$/)
  const { comments, people } = await threadOf(study, 'vic', id)
  expect(comments[0]?.author).toMatch(/^C\d\d$/)
  expect(people).toEqual(['adi', expect.stringMatching(/^C\d\d$/), expect.stringMatching(/^C\d\d$/), 'lea'])
  const desk = await readCluster(study.actor('vic'), { studyId: study.studyId, clusterId: id })
  expect(desk.comments[0]?.author).toMatch(/^C\d\d$/)
})

describe('while names are hidden', () => {
  it('no reading says that it was submitted again: the board says whose was reopened', async () => {
    const study = await openStudy()
    await reopenCoding(study.actor('ana'), { codingId: await study.codingId('ana'), reason: 'Misread.' })
    await study.submit('ana')
    const revisions = async () => (await disputed(study)).readings.map(({ revision }) => revision).sort()
    expect(await revisions()).toEqual([0, 0])
    await showNames(study)
    expect(await revisions()).toEqual([0, 1])
  })

  it('letters are by a secret of the study, which is in no answer and decides them', async () => {
    const study = await threeCoders()
    const { studyId } = study
    const { entries } = await wholeQueue(study, 'adi')
    // Of these annotations each has its own coder, so that they say which letter is whose.
    const letters = async () => {
      const clusters = await Promise.all(
        entries.map(({ id: clusterId }) => readCluster(study.actor('adi'), { studyId, clusterId })),
      )
      return clusters.map(({ readings }) => readings.map(({ annotations }) => annotations[0]?.id))
    }
    const { letterSecret } = await db().study.findUniqueOrThrow({ where: { id: studyId } })
    const answers = [await letters(), await readStudy(study.actor('lea'), { studyId }), await wholeQueue(study, 'adi')]
    expect(JSON.stringify(answers)).not.toContain(letterSecret)
    expect(await letters()).toEqual(answers[0])
    await db().study.update({ where: { id: studyId }, data: { letterSecret: newId() } })
    expect(await letters()).not.toEqual(answers[0])
  })
})
