import { day } from '../study/day'
import { documents as words } from '../words/documents'
import { languageName } from './language-name'

interface DocumentFactsProps {
  metadata: Record<string, string>
  language: string
  words: number
  characters: number
  sha256: string
  createdAt: Date
}

const isLink = (value: string) => /^https?:\/\//.test(value)

/** "content_note" as people read it: "Content note". */
function factName(name: string): string {
  const words = name.replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div className="border-line border-b py-2">
      <dt className="text-base text-muted">{name}</dt>
      <dd className="break-words">{children}</dd>
    </div>
  )
}

/** What is known about a text beside its words. */
export function DocumentFacts(document: DocumentFactsProps) {
  const language = languageName(document.language)
  return (
    <dl>
      {Object.entries(document.metadata).map(([name, value]) => (
        <Fact key={name} name={factName(name)}>
          {isLink(value) ? (
            <a href={value} rel="noreferrer" className="break-all text-accent underline">
              {value}
            </a>
          ) : (
            value
          )}
        </Fact>
      ))}
      {language && <Fact name={words.language}>{language}</Fact>}
      <Fact name={words.words}>{document.words.toLocaleString('en')}</Fact>
      <Fact name={words.characters}>{document.characters.toLocaleString('en')}</Fact>
      <Fact name={words.added}>{day(document.createdAt)}</Fact>
      <Fact name={words.fingerprint}>
        <span className="break-all font-mono text-sm">{document.sha256}</span>
      </Fact>
    </dl>
  )
}
