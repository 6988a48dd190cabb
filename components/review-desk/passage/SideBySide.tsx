import type { ReactNode } from 'react'
import type { Code } from '@/lib/coding/codebook'
import type { ClusterView, ReadingView } from '@/lib/coding/review/review-view'
import type { ReviewedAnnotation } from '@/lib/coding/review/reviewed-document'
import type { Span } from '@/lib/text/spans'
import { sameValue } from '../../coding-desk/annotations/same-value'
import { assignLanes } from '../../coding-desk/reading/lanes'
import { differingStretches } from '../compare/differing-words'
import type { Group } from '../compare/groups'
import { compareTexts } from '../texts/compare-texts'
import { ReadingName } from './ReadingName'
import { piecesOf } from './text-pieces'

interface Mark {
  spans: readonly Span[]
  /** Null for a boundary difference. */
  annotation: { code: Code | undefined; key: string; lane: number } | null
}

interface SideBySideProps {
  view: ClusterView
  groups: readonly Group[]
  codes: ReadonlyMap<string, Code>
  passage: Span
  slice(span: Span): string
}

/** Readings that marked the very same, as one column. */
function columnsOf(readings: readonly ReadingView[]): ReadingView[][] {
  const columns: ReadingView[][] = []
  const said = ({ annotations }: ReadingView) => annotations.map(({ code, segments }) => [code, segments])
  for (const reading of readings) {
    const same = columns.find(([first]) => first && sameValue(said(first), said(reading)))
    if (same) same.push(reading)
    else columns.push([reading])
  }
  return columns
}

function marksOf(annotations: readonly ReviewedAnnotation[], codes: SideBySideProps['codes']): Mark[] {
  const lanes = assignLanes(annotations, ({ segments }) => segments)
  return annotations.map(({ code, segments }, at) => ({
    spans: segments,
    annotation: { code: codes.get(code), key: code, lane: lanes[at] ?? 0 },
  }))
}

/** What this reading has and others lack. */
function ownDifferences({ letter }: ReadingView, groups: readonly Group[]): Mark {
  return { spans: groups.flatMap(differingStretches).filter(({ has }) => has.includes(letter)), annotation: null }
}

/** The words with a mark around them for each annotation on them, one within the other. */
function Marked({ annotations, children }: { annotations: NonNullable<Mark['annotation']>[]; children: ReactNode }) {
  const [outer, ...inner] = annotations
  if (!outer) return children
  const { code, key, lane } = outer
  return (
    <mark
      className={`coded code-${key} line-${code?.pattern ?? 'solid'}`}
      style={{ '--lane': lane } as React.CSSProperties}
      aria-roledescription={code?.label ?? key}
    >
      <Marked annotations={inner}>{children}</Marked>
    </mark>
  )
}

function Words({ text, marks }: { text: string; marks: readonly Mark[] }) {
  const differs = marks.some(({ annotation }) => annotation === null)
  return (
    <Marked annotations={marks.flatMap(({ annotation }) => annotation ?? [])}>
      {differs ? <span className="differing">{text}</span> : text}
    </Marked>
  )
}

function Column({ readings, view, groups, codes, passage, slice }: SideBySideProps & { readings: ReadingView[] }) {
  const [first] = readings
  if (!first) return null
  const marks = [...marksOf(first.annotations, codes), ownDifferences(first, groups)]
  return (
    <section className="beside-column">
      <h3 className="mb-2 flex flex-wrap items-baseline gap-x-2">
        {readings.map((reading) => (
          <ReadingName key={reading.letter} reading={reading} />
        ))}
        {first.annotations.length === 0 && <span className="text-muted text-sm">{compareTexts.nothing}</span>}
      </h3>
      <p className="desk-text beside-text" dir={view.document.direction} lang={view.document.language}>
        {piecesOf(passage, marks).map((piece) => (
          <Words key={piece.start} text={slice(piece)} marks={piece.marks} />
        ))}
      </p>
    </section>
  )
}

/** The passage once for each reading, side by side: what one has and the others lack is hatched. */
export function SideBySide(props: SideBySideProps) {
  return (
    <div className="beside">
      {columnsOf(props.view.readings).map((readings) => (
        <Column key={readings.map(({ letter }) => letter).join()} {...props} readings={readings} />
      ))}
    </div>
  )
}
