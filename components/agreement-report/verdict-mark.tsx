import { continuumReasons } from '@/lib/agreement/continuum-estimate'
import { undefinedReasons } from '@/lib/agreement/estimate'
import type { Verdict, VerdictWord } from '@/lib/agreement/verdict'
import { coefficientText } from '@/lib/formats/agreement-report/numbers'
import { verdictNames } from '@/lib/formats/agreement-report/words'
import { Count } from './figures'
import { reportWords as words } from './report-words'

/** One shape per verdict, as in the plots: none is told by colour alone. Drawn around 0, 0, about 12 wide. */
const verdictShapes: Record<VerdictWord, { path: string; look: string }> = {
  meets: { path: 'M-6 0a6 6 0 1 0 12 0a6 6 0 1 0 -12 0', look: 'fill-good stroke-good' },
  tentative: { path: 'M0 -7L7 0L0 7L-7 0Z', look: 'fill-warning stroke-warning' },
  not_sufficient: { path: 'M-5 -5H5V5H-5Z', look: 'fill-danger stroke-danger' },
  inconclusive: { path: 'M-5 0a5 5 0 1 0 10 0a5 5 0 1 0 -10 0', look: 'fill-paper stroke-ink' },
  not_computable: { path: 'M-5 0H5', look: 'stroke-muted' },
}

interface VerdictMarkProps {
  verdict: Verdict
  alphaMin: number
  provisional?: { unitsNeeded: number } | null
}

/**
 * The verdict in words, with its shape and what it lacks. Where a figure it rests on is undefined, the dash beside it
 * gives the reason.
 */
export function VerdictMark({ verdict, alphaMin, provisional = null }: VerdictMarkProps) {
  const { path, look } = verdictShapes[verdict.word]
  const lacks = isOfUndefinedFigure(verdict) ? null : verdict.reason
  return (
    <>
      <span className="whitespace-nowrap">
        <svg viewBox="-8 -8 16 16" className="mr-1.5 inline size-3.5" aria-hidden="true">
          <path d={path} className={look} strokeWidth="2" />
        </svg>
        {verdictNames[verdict.word]}
      </span>
      {verdict.word === 'meets' && (
        <>
          {' '}
          <span className="whitespace-nowrap">α ≥ {coefficientText(alphaMin)}</span>
        </>
      )}
      {lacks && <span className="block text-muted text-sm">{lacks}</span>}
      {provisional && (
        <span className="block text-sm text-warning sm:whitespace-nowrap">
          {words.provisional} <Count value={provisional.unitsNeeded} /> {words.provisionalUnits}
        </span>
      )}
    </>
  )
}

function isOfUndefinedFigure({ reason }: Verdict): boolean {
  return Object.values<string | null>({ ...undefinedReasons, ...continuumReasons }).includes(reason)
}
