import { v7 as newId } from 'uuid'
import { byLetter } from '@/lib/coding/review/letters'
import { decideInOneStep } from '@/lib/verbs/decisions'
import { readCluster } from '@/lib/verbs/review'
import { withTestDatabase } from '../support/database'
import { differingStudy, release, roundIdOf, threadOf } from '../support/discussed-study'
import { wholeQueue } from '../support/review'

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
