import type { Code } from '@/lib/coding/codebook'
import type { OutcomeView } from '@/lib/coding/review/outcome-view'
import { excerptOf } from '../marked-text/excerpt'
import { MarkedWords, patternsOf, roomFor } from '../marked-text/MarkedWords'
import { markedLines, type TextMark } from '../marked-text/marked-pieces'
import { outcomes as words } from '../words/outcomes'

interface PassageExcerptProps {
  document: OutcomeView['document']
  codes: readonly Code[]
  passage: { start: number; end: number }
  /** Of the passage alone. */
  marks: readonly TextMark[]
}

/** Where only others marked something: the place alone. No code has a key like this. */
function placeOf({ start, end }: { start: number; end: number }): TextMark {
  return {
    id: 'place',
    code: 'of-passage',
    segments: [{ start, end }],
    side: 'below',
    says: words.thePassage,
    href: null,
  }
}

/** A passage in its surroundings, with the own marks below its words and what was decided above them. */
export function PassageExcerpt({ document, codes, passage, marks }: PassageExcerptProps) {
  const { text, marks: own, isCut } = excerptOf(document.text, passage, marks.length > 0 ? marks : [placeOf(passage)])
  const lines = markedLines(text, own)
  const patterns = patternsOf(codes)
  return (
    <blockquote
      lang={document.language}
      dir={document.direction}
      style={roomFor(lines)}
      className="marked-text my-3 max-w-[42rem] font-serif text-lg [overflow-wrap:anywhere]"
    >
      {lines.map(({ from, pieces }, place) => (
        <p key={from} className="whitespace-pre-wrap">
          {place === 0 && isCut.before && '… '}
          <MarkedWords pieces={pieces} patterns={patterns} />
          {place === lines.length - 1 && isCut.after && ' …'}
        </p>
      ))}
    </blockquote>
  )
}
