import { reportWords as words } from './report-words'

/** The parts of the report that there are, each a link. */
export function ReportContents({ parts }: { parts: readonly { id: string; title: string }[] }) {
  return (
    <nav aria-label={words.contents} className="mt-10 border-line border-y py-3 print:hidden">
      <ul className="flex flex-wrap gap-x-6">
        {parts.map(({ id, title }) => (
          <li key={id}>
            <a href={`#${id}`} className="inline-flex min-h-11 items-center no-underline hover:underline sm:min-h-9">
              {title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
