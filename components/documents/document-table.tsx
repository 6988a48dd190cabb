import Link from 'next/link'
import { day } from '../study/day'
import { Table } from '../ui/table'
import { documents as words } from '../words/documents'
import { languageName } from './language-name'

interface DocumentLine {
  id: string
  number: number
  title: string
  metadata: Record<string, string>
  language: string
  words: number
  createdAt: Date
}

function Row({ studyId, document, showOutlet }: { studyId: string; document: DocumentLine; showOutlet: boolean }) {
  return (
    <tr>
      <td className="w-12 text-muted">{document.number}</td>
      <th scope="row" className="font-normal">
        <Link
          href={`/studies/${studyId}/documents/${document.id}`}
          className="inline-flex min-h-11 items-center underline decoration-line underline-offset-4 hover:decoration-accent sm:min-h-0"
          dir="auto"
        >
          {document.title}
        </Link>
      </th>
      {showOutlet && <td className="hidden sm:table-cell">{document.metadata.outlet}</td>}
      <td className="hidden md:table-cell">{languageName(document.language)}</td>
      <td className="text-right">{document.words.toLocaleString('en')}</td>
      <td className="hidden whitespace-nowrap text-right sm:table-cell">{day(document.createdAt)}</td>
    </tr>
  )
}

/** The documents of a study by number. Words are counted as the tokens computed at import. */
export function DocumentTable({ studyId, documents }: { studyId: string; documents: DocumentLine[] }) {
  const showOutlet = documents.some((document) => document.metadata.outlet)
  return (
    <Table caption={words.title}>
      <thead>
        <tr>
          <th scope="col">{words.number}</th>
          <th scope="col">{words.name}</th>
          {showOutlet && (
            <th scope="col" className="hidden sm:table-cell">
              {words.outlet}
            </th>
          )}
          <th scope="col" className="hidden md:table-cell">
            {words.language}
          </th>
          <th scope="col" className="text-right">
            {words.words}
          </th>
          <th scope="col" className="hidden text-right sm:table-cell">
            {words.added}
          </th>
        </tr>
      </thead>
      <tbody>
        {documents.map((document) => (
          <Row key={document.id} studyId={studyId} document={document} showOutlet={showOutlet} />
        ))}
      </tbody>
    </Table>
  )
}
