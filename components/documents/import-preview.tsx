import { Button } from '../ui/button'
import { Notice } from '../ui/notice'
import { Section } from '../ui/page-header'
import { Table } from '../ui/table'
import { documents as words } from '../words/documents'
import { isPasted, shownName } from './pasted-text'
import type { ImportOutcome } from './send-documents'

type Source = ImportOutcome['rejected'][number]['source']

/** So many lines are shown of each list; the counts above them are of all. */
const shown = 200

function place({ file, row }: Source): string {
  if (file !== undefined && isPasted(file)) return shownName(file)
  return [file, row === undefined ? '' : `${words.row.toLowerCase()} ${row}`].filter(Boolean).join(', ')
}

function More({ count }: { count: number }) {
  return count > shown ? <p className="mt-2 text-muted">{words.andMore(count - shown)}</p> : null
}

function Rejected({ rejected }: Pick<ImportOutcome, 'rejected'>) {
  if (rejected.length === 0) return null
  return (
    <Notice tone="danger" title={words.rejected(rejected.length)}>
      <p>{words.rejectedNote}</p>
      <ul className="mt-2 grid gap-1">
        {rejected.slice(0, shown).map(({ source, reason }) => (
          <li key={`${place(source)} ${reason}`}>
            <span className="font-semibold">{place(source)}:</span> {reason}
          </li>
        ))}
      </ul>
      <More count={rejected.length} />
    </Notice>
  )
}

function Warnings({ warnings = [] }: Pick<ImportOutcome, 'warnings'>) {
  if (warnings.length === 0) return null
  return (
    <Notice tone="warning" title={words.warnings}>
      <ul className="grid gap-1">
        {warnings.slice(0, shown).map(({ file, message }) => (
          <li key={`${file} ${message}`}>
            <span className="font-semibold">{shownName(file)}:</span> {message}
          </li>
        ))}
      </ul>
      <More count={warnings.length} />
    </Notice>
  )
}

function Duplicates({ duplicates }: Pick<ImportOutcome, 'duplicates'>) {
  if (duplicates.length === 0) return null
  return (
    <Notice tone="warning" title={words.duplicates(duplicates.length)}>
      <p>{words.duplicatesNote}</p>
      <ul className="mt-2 grid gap-1">
        {duplicates.slice(0, shown).map(({ title, sameAs, source }) => (
          <li key={`${place(source)} ${title}`}>
            {title} ({place(source)}) – {words.sameAs(sameAs)}
          </li>
        ))}
      </ul>
      <More count={duplicates.length} />
    </Notice>
  )
}

function Good({ imported }: Pick<ImportOutcome, 'imported'>) {
  if (imported.length === 0) return <p>{words.previewEmpty}</p>
  return (
    <>
      <Table caption={words.preview}>
        <thead>
          <tr>
            <th scope="col">{words.name}</th>
            <th scope="col" className="text-right">
              {words.words}
            </th>
            <th scope="col" className="hidden sm:table-cell">
              {words.encoding}
            </th>
            <th scope="col" className="hidden sm:table-cell">
              {words.source}
            </th>
          </tr>
        </thead>
        <tbody>
          {imported.slice(0, shown).map(({ title, words: count, excerpt, contentNote, source }) => (
            <tr key={`${place(source)} ${title}`}>
              <th scope="row" className="font-normal">
                <span dir="auto" className="block">
                  {title}
                </span>
                {excerpt && (
                  <span
                    dir="auto"
                    className="line-clamp-2 max-w-prose text-muted [overflow-wrap:anywhere] sm:line-clamp-1"
                  >
                    {excerpt}
                  </span>
                )}
                {contentNote && (
                  <span dir="auto" className="block text-warning">
                    {words.contentNote}: {contentNote}
                  </span>
                )}
              </th>
              <td className="text-right">{count.toLocaleString('en')}</td>
              <td className="hidden sm:table-cell">{source.encoding}</td>
              <td className="hidden break-all text-muted sm:table-cell">{place(source)}</td>
            </tr>
          ))}
        </tbody>
      </Table>
      <More count={imported.length} />
    </>
  )
}

interface ImportPreviewProps {
  outcome: ImportOutcome
  busy: boolean
  onImport: (partial: boolean) => void
}

/** What would happen to every document and every bad row, and the button that makes it happen. */
export function ImportPreview({ outcome, busy, onImport }: ImportPreviewProps) {
  const { imported, rejected } = outcome
  const partial = rejected.length > 0
  return (
    <Section title={words.preview}>
      <div className="grid gap-6">
        <Rejected rejected={rejected} />
        <Warnings warnings={outcome.warnings ?? []} />
        <Duplicates duplicates={outcome.duplicates} />
        <Good imported={imported} />
        {imported.length > 0 && (
          <div className="sticky bottom-0 -mx-4 border-line border-t bg-paper px-4 py-3 sm:static sm:mx-0 sm:border-0 sm:p-0">
            <Button
              kind={partial ? 'secondary' : 'primary'}
              disabled={busy}
              onClick={() => onImport(partial)}
              className="w-full sm:w-auto"
            >
              {partial ? words.confirmPartial(imported.length) : words.confirm(imported.length)}
            </Button>
            {partial && <p className="mt-2 text-muted">{words.wholeWhole}</p>}
          </div>
        )}
      </div>
    </Section>
  )
}
