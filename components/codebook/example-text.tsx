import type { Code } from '@/lib/coding/codebook'
import { CodeLine } from './code-swatch'

type Example = Code['examples'][number]

interface Piece {
  start: number
  words: string
  coded: boolean
}

/** An example cut at its spans. Offsets are code points; spans that overlap count as one. */
export function piecesOf({ text, spans }: Pick<Example, 'text' | 'spans'>): Piece[] {
  const pieces: Piece[] = []
  const codePoints = Array.from(text)
  codePoints.forEach((codePoint, offset) => {
    const coded = spans.some(([start, end]) => start <= offset && offset < end)
    const last = pieces.at(-1)
    if (last?.coded === coded) last.words += codePoint
    else pieces.push({ start: offset, words: codePoint, coded })
  })
  return pieces
}

/** An example with its coded words underlined as on the coding desk. */
export function ExampleText({ code, example }: { code: Code; example: Example }) {
  return (
    <li>
      <p className="font-serif leading-relaxed" dir="auto">
        {piecesOf(example).map(({ start, words, coded }) =>
          coded ? (
            <CodeLine key={start} code={code}>
              {words}
            </CodeLine>
          ) : (
            <span key={start}>{words}</span>
          ),
        )}
      </p>
      {example.note && <p className="text-muted">{example.note}</p>}
    </li>
  )
}
