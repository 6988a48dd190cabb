import Link from 'next/link'
import type { CSSProperties } from 'react'
import { type CodingState, type Ineligible, isHandedIn } from '@/lib/coding/coding-view'
import { Section } from '../ui/page-header'
import { Table } from '../ui/table'
import { study as words } from '../words/study'
import { StateMark, StateSign, shownState } from './state-mark'

type Cell = { state: CodingState; revision: number; ineligible: Ineligible | null } | null

interface Coder {
  memberId: string
  pseudonym: string
  name: string | null
}

interface DocumentLine {
  id: string
  number: number
  title: string
  /** In the order of the coders; null where a coder has no coding of the document. */
  cells: Cell[]
}

/** On a narrow screen a row is a grid: the title on a line of its own, below it a cell for each coder. */
const row = 'max-sm:grid'
const cellLook = 'text-center max-sm:px-0!'

/** The columns of that grid: as wide as there is room, but never too narrow for "12 of 30". */
function columnsFor(coders: Coder[]): CSSProperties {
  return { gridTemplateColumns: `repeat(${coders.length}, minmax(4rem, 1fr))` }
}

/** How many of a coder's eligible codings are submitted, and of how many. @param column the coder's place */
function columnCount(documents: DocumentLine[], column: number): { submitted: number; total: number } {
  const cells = documents.flatMap((document) => document.cells[column] ?? []).filter(({ ineligible }) => !ineligible)
  return { submitted: cells.filter(({ state }) => isHandedIn(state)).length, total: cells.length }
}

function Heads({ coders }: { coders: Coder[] }) {
  return (
    <thead>
      <tr className={row} style={columnsFor(coders)}>
        <th scope="col" className="max-sm:sr-only">
          {words.progressDocument}
        </th>
        {coders.map(({ memberId, pseudonym, name }) => (
          <th key={memberId} scope="col" className={`w-24 max-sm:w-auto ${cellLook}`}>
            <span className="block text-ink">{pseudonym}</span>
            <span className="block max-w-32 truncate max-sm:mx-auto max-sm:max-w-full font-normal">{name}</span>
          </th>
        ))}
      </tr>
    </thead>
  )
}

function DocumentRow({ studyId, coders, document }: { studyId: string; coders: Coder[]; document: DocumentLine }) {
  return (
    <tr className={row} style={columnsFor(coders)}>
      <th scope="row" className="min-w-36 font-normal max-sm:col-span-full">
        <span className="flex items-baseline gap-3">
          <span className="w-6 shrink-0 text-right text-muted">{document.number}</span>
          <Link
            href={`/studies/${studyId}/documents/${document.id}`}
            className="inline-flex min-h-11 items-center underline decoration-line underline-offset-4 hover:decoration-accent sm:min-h-0"
            dir="auto"
          >
            {document.title}
          </Link>
        </span>
      </th>
      {coders.map(({ memberId }, column) => {
        const cell = document.cells[column]
        return (
          <td key={memberId} className={cellLook}>
            {cell ? (
              <StateSign state={shownState(cell)} reopened={cell.revision > 0} />
            ) : (
              <span className="sr-only">{words.progressNone}</span>
            )}
          </td>
        )
      })}
    </tr>
  )
}

function Totals({ coders, documents }: { coders: Coder[]; documents: DocumentLine[] }) {
  return (
    <tfoot>
      <tr className={row} style={columnsFor(coders)}>
        <th scope="row" className="py-2 font-semibold text-muted max-sm:col-span-full">
          {words.progressSubmitted}
        </th>
        {coders.map(({ memberId }, column) => {
          const { submitted, total } = columnCount(documents, column)
          return (
            <td key={memberId} className={`whitespace-nowrap ${cellLook}`}>
              {words.progressOf(submitted, total)}
            </td>
          )
        })}
      </tr>
    </tfoot>
  )
}

/** Documents by coders: who is how far. Only for who may see other people's progress. */
export function ProgressBoard({
  studyId,
  coders,
  documents,
}: {
  studyId: string
  coders: Coder[]
  documents: DocumentLine[]
}) {
  return (
    <Section title={words.progress} note={words.progressLegend}>
      <p className="mb-3 flex flex-wrap gap-x-6 text-base text-muted">
        {(['assigned', 'open', 'submitted', 'ineligible'] as const).map((state) => (
          <StateMark key={state} state={state} />
        ))}
      </p>
      <Table caption={words.progressCaption}>
        <Heads coders={coders} />
        <tbody>
          {documents.map((document) => (
            <DocumentRow key={document.id} studyId={studyId} coders={coders} document={document} />
          ))}
        </tbody>
        <Totals coders={coders} documents={documents} />
      </Table>
    </Section>
  )
}
