import type { AttributeValue } from '@/lib/coding/annotation'
import type { Attribute, Codebook } from '@/lib/coding/codebook'
import type { Span } from '@/lib/text/spans'
import { CodeLine } from '../codebook/code-swatch'
import { answerText } from '../coding-desk/questions/answer-text'
import { outcomes as words } from '../words/outcomes'
import type { CodebookNames } from './own-difference'

interface Coded {
  code: string
  segments: readonly Span[]
  attributes: Readonly<Record<string, AttributeValue>>
  unsure?: boolean
}

export interface CodedWordsProps {
  annotation: Coded
  codebook: Codebook
  names: CodebookNames
  /** The words from one code point to another. */
  wordsOf: (span: Span) => string
  /** Beside the code. */
  note?: string | undefined
}

/** Of a question that the codebook no longer has. */
const unknown: Pick<Attribute, 'values'> = { values: [] }

function Attributes({
  attributes,
  codebook,
  names,
}: { attributes: Coded['attributes'] } & Pick<CodedWordsProps, 'codebook' | 'names'>) {
  const given = Object.entries(attributes)
  if (given.length === 0) return null
  return (
    <dl className="mt-1 grid grid-cols-[auto_1fr] gap-x-3 text-base">
      {given.map(([key, value]) => (
        <div key={key} className="contents">
          <dt className="text-muted">{names.attribute(key)}</dt>
          <dd dir="auto">{answerText((codebook.attributes[key] ?? unknown) as Attribute, value)}</dd>
        </div>
      ))}
    </dl>
  )
}

/** A code with its words and answers, as a coder or a reviewer gave it. */
export function CodedWords({ annotation, codebook, names, wordsOf, note }: CodedWordsProps) {
  const { code, segments, attributes, unsure = false } = annotation
  const known = codebook.codes.find(({ key }) => key === code)
  return (
    <div>
      <p>
        <span className="font-semibold">{known ? <CodeLine code={known}>{known.label}</CodeLine> : code}</span>
        {(unsure || note) && (
          <span className="text-muted"> {[unsure ? words.unsure : '', note ?? ''].filter(Boolean).join(', ')}</span>
        )}
      </p>
      <p className="font-serif leading-relaxed [overflow-wrap:anywhere]" dir="auto">
        {segments.map(wordsOf).join(' … ')}
      </p>
      <Attributes attributes={attributes} codebook={codebook} names={names} />
    </div>
  )
}
