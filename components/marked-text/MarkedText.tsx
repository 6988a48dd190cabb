import type { Code } from '@/lib/coding/codebook'
import { CodeColours, MarkedWords, patternsOf, roomFor } from './MarkedWords'
import { markedLines, type TextMark } from './marked-pieces'

interface MarkedTextProps {
  text: string
  language: string
  direction: 'ltr' | 'rtl'
  codes: readonly Code[]
  marks: readonly TextMark[]
}

/** A frozen text for reading, paragraph by paragraph, with what is marked in it in the colours and lines of its codes. */
export function MarkedText({ text, language, direction, codes, marks }: MarkedTextProps) {
  const lines = markedLines(text, marks)
  const patterns = patternsOf(codes)
  return (
    <article
      lang={language}
      dir={direction}
      style={roomFor(lines)}
      className="marked-text max-w-[42rem] font-serif text-[1.1875rem] [overflow-wrap:anywhere]"
    >
      <CodeColours codes={codes} />
      {lines.map(({ from, pieces }, index) => (
        <div key={from} className="grid grid-cols-[2.5rem_1fr] items-baseline gap-x-3 py-2">
          <span aria-hidden="true" className="text-end font-sans text-base text-muted tabular-nums">
            {index + 1}
          </span>
          <p className="whitespace-pre-wrap">
            <MarkedWords pieces={pieces} patterns={patterns} anchored />
          </p>
        </div>
      ))}
    </article>
  )
}
