import { undefinedReasons } from '@/lib/agreement/estimate'
import type { Verdict, VerdictWord } from '@/lib/agreement/verdict'
import { coefficientText } from './figures'
import { verdictWords } from './words'

/** One shape per verdict: none is told by colour alone. Drawn around 0, 0, about 12 wide. */
export const verdictShapes: Record<VerdictWord, { path: string; look: string }> = {
  meets: { path: 'M-6 0a6 6 0 1 0 12 0a6 6 0 1 0 -12 0', look: 'fill-good stroke-good' },
  tentative: { path: 'M0 -7L7 0L0 7L-7 0Z', look: 'fill-warning stroke-warning' },
  not_sufficient: { path: 'M-5 -5H5V5H-5Z', look: 'fill-danger stroke-danger' },
  inconclusive: { path: 'M-5 0a5 5 0 1 0 10 0a5 5 0 1 0 -10 0', look: 'fill-paper stroke-ink' },
  not_computable: { path: 'M-5 0H5', look: 'stroke-muted' },
}

/**
 * The verdict in words, with its shape and what it lacks. Where a figure it rests on is undefined, the dash beside it
 * gives the reason.
 */
export function VerdictMark({ verdict, alphaMin }: { verdict: Verdict; alphaMin: number }) {
  const { path, look } = verdictShapes[verdict.word]
  const lacks = isOfUndefinedFigure(verdict) ? null : verdict.reason
  return (
    <>
      <span className="whitespace-nowrap">
        <svg viewBox="-8 -8 16 16" className="mr-1.5 inline size-3.5" aria-hidden="true">
          <path d={path} className={look} strokeWidth="2" />
        </svg>
        {verdictWords[verdict.word]}
      </span>
      {verdict.word === 'meets' && (
        <>
          {' '}
          <span className="whitespace-nowrap">α ≥ {coefficientText(alphaMin)}</span>
        </>
      )}
      {lacks && <span className="block text-muted text-sm">{lacks}</span>}
    </>
  )
}

function isOfUndefinedFigure({ reason }: Verdict): boolean {
  return Object.values<string | null>(undefinedReasons).includes(reason)
}
