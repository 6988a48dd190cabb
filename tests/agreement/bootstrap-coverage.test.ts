import { readFileSync } from 'node:fs'
import { collectReplicates, percentileInterval, resampledSums, shareBelow } from '@/lib/agreement/bootstrap'
import { alphaOfSums } from '@/lib/agreement/krippendorff-alpha'
import { drawDocumentsOfSeers, type Seers, seededShare } from './simulated-coders'

/**
 * What docs/method.md says of intervals from few documents, on simulated coders whose true alpha is .800: 20 sentences a
 * document that go together a little, and a code in 15 % of them.
 */

const trueAlpha = 0.8

const counts = (units: readonly Seers[]) => [0, 1, 2].map((seers) => units.filter((own) => own === seers).length)

function alphaOf([none = 0, one = 0, both = 0]: ArrayLike<number> & Iterable<number>): number | null {
  const [absent, present] = [2 * none + one, 2 * both + one]
  return alphaOfSums(absent + present, 2 * one, 2 * absent * present).value
}

/** Shares of the studies whose interval covers the true alpha, and of those that would say it meets itself. */
function ofStudies(documents: number, studies: number) {
  const share = seededShare(documents)
  const sizes = Array.from({ length: documents }, () => 20)
  let [covered, claimed] = [0, 0]
  for (let study = 0; study < studies; study += 1) {
    const rows = drawDocumentsOfSeers(share, { alpha: trueAlpha, p: 0.15, rho: 0.05, sizes }).map(counts)
    const samples = resampledSums(rows, { seed: study, replicates: 300 })
    const replicates = collectReplicates(Array.from(samples, alphaOf))
    const { low, high } = percentileInterval(replicates)
    if (low !== null && low <= trueAlpha && trueAlpha <= high) covered += 1
    if ((shareBelow(replicates, trueAlpha).value ?? 1) <= 0.05) claimed += 1
  }
  return { covered: covered / studies, claimed: claimed / studies }
}

const page = readFileSync('docs/method.md', 'utf8').replaceAll(/\s+/g, ' ')

/** Four standard errors of these shares of 1,500 studies. */
const near = 0.034

it.each([
  [12, 0.88, 0.13],
  [40, 0.92, 0.09],
])(
  'intervals from %i documents cover the true alpha, and verdicts err, as often as the method page says',
  (documents, covered, claimed) => {
    const found = ofStudies(documents, 1500)
    expect(Math.abs(found.covered - covered)).toBeLessThan(near)
    expect(Math.abs(found.claimed - claimed)).toBeLessThan(near)
    expect(page).toContain(`${documents} documents | ${100 * covered} % | ${100 * claimed} % |`)
  },
)
