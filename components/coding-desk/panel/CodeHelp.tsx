import type { ReactNode } from 'react'
import type { Code } from '@/lib/coding/codebook'
import { sliceCodePoints } from '@/lib/text/code-points'
import { deskTexts } from '../texts/desk-texts'

const { panel: texts } = deskTexts

type Example = Code['examples'][number]

/** An example with its coded stretches underlined; a stretch that does not fit the example is left out. */
function Exemplified({ code, example }: { code: Code; example: Example }) {
  const parts: ReactNode[] = []
  const length = [...example.text].length
  let at = 0
  for (const [start, end] of [...example.spans].sort((a, b) => a[0] - b[0])) {
    if (start < at || end > length || end <= start) continue
    parts.push(sliceCodePoints(example.text, at, start))
    parts.push(
      <mark key={start} className={`coded code-name code-${code.key} line-${code.pattern}`}>
        {sliceCodePoints(example.text, start, end)}
      </mark>,
    )
    at = end
  }
  parts.push(sliceCodePoints(example.text, at, length))
  return <p className="font-serif">{parts}</p>
}

function Points({ title, points }: { title: string; points: readonly string[] }) {
  if (points.length === 0) return null
  return (
    <section>
      <h4 className="font-semibold text-sm">{title}</h4>
      <ul className="ms-4 list-disc text-sm marker:text-muted">
        {points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </section>
  )
}

/** What the codebook says about a code. */
export function CodeHelp({ code }: { code: Code }) {
  const isSilent = !code.definition && code.include.length + code.exclude.length + code.examples.length === 0
  return (
    <div className="grid gap-3">
      {isSilent && <p className="text-muted text-sm">{texts.noDefinition}</p>}
      {code.definition && <p>{code.definition}</p>}
      <Points title={texts.include} points={code.include} />
      <Points title={texts.exclude} points={code.exclude} />
      {code.examples.length > 0 && (
        <section className="grid gap-2">
          <h4 className="font-semibold text-sm">{texts.examples}</h4>
          {code.examples.map((example) => (
            <div key={example.text} className="border-line border-s-2 ps-3 text-sm">
              <Exemplified code={code} example={example} />
              {example.note && <p className="text-muted">{example.note}</p>}
            </div>
          ))}
        </section>
      )}
      <Points
        title={texts.nearMisses}
        points={code.nearMisses.map(({ text, why }) => (why ? `${text} — ${why}` : text))}
      />
    </div>
  )
}
