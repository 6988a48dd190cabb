import type { VerdictWord } from '../agreement/verdict'
import { danger, good, ink, paper, warning } from './colours'

interface VerdictShape {
  symbol: 'circle' | 'diamond' | 'square'
  fill: string
  stroke: string
}

/** One shape per verdict, as in the tables: none is told by colour alone. What is not computable has no point. */
export const verdictShapes: Record<Exclude<VerdictWord, 'not_computable'>, VerdictShape> = {
  meets: { symbol: 'circle', fill: good, stroke: good },
  tentative: { symbol: 'diamond', fill: warning, stroke: warning },
  not_sufficient: { symbol: 'square', fill: danger, stroke: danger },
  inconclusive: { symbol: 'circle', fill: paper, stroke: ink },
}
