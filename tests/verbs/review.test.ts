import { aStudy, harbourText, type TestStudy } from '../support/builders'
import { withTestDatabase } from '../support/database'
import { decideAs, firstCluster, letterWith, allOfReading, queueOf, wholeQueue } from '../support/review'

withTestDatabase()

const people = { lea: ['lead'], adi: ['adjudicator'], ana: ['coder'], ben: ['coder'] } as const

/** Ana and Ben differ in the code of the first words and agree on what comes later. */
async function conflict(): Promise<TestStudy> {
  const study = await aStudy({ people: { lea: ['lead'], adi: ['adjudicator'], vic: ['viewer'], ana: ['coder'], ben: ['coder'] } })
  await study.annotate('ana', 0, 15, 'hero')
  await study.annotate('ben', 0, 15, 'villain')
  await study.annotate('ana', 62, 68, 'villain')
  await study.annotate('ben', 62, 68, 'villain')
  return study
}

it('works', async () => {
  const study = await conflict()
  await study.submit('ana')
  expect((await queueOf(study)).entries).toEqual([])
  await study.submit('ben')
  const queue = await wholeQueue(study)
  console.log(JSON.stringify(queue, null, 1))
  const cluster = await firstCluster(study)
  console.log(JSON.stringify({ ...cluster, document: 0, codebook: 0 }, null, 1))
  const letter = letterWith(cluster, 'hero')
  const done = await decideAs(study, 'adi', cluster, { outcome: 'accept', accepted: allOfReading(cluster, letter) })
  console.log(JSON.stringify({ ...done, next: done.next?.id }, null, 1))
  console.log(JSON.stringify((await wholeQueue(study)).counts), harbourText.length, people)
})
