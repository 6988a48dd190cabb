import type { Code, Codebook } from '@/lib/coding/codebook'
import { codebook as words } from '../words/codebook'
import { codeAnchor } from './code-entry'
import { CodeLine, KeyCap } from './code-swatch'

/** The codes in their families. */
export function byFamily(codebook: Codebook, codes: Code[]): { key: string; label: string; codes: Code[] }[] {
  return codebook.families
    .map(({ key, label }) => ({ key, label, codes: codes.filter((code) => code.family === key) }))
    .filter((family) => family.codes.length > 0)
}

/** All codes at a glance, each leading to its entry. */
export function CodebookContents({ codebook, codes }: { codebook: Codebook; codes: Code[] }) {
  return (
    <nav aria-label={words.contents} className="lg:sticky lg:top-6">
      {byFamily(codebook, codes).map((family) => (
        <div key={family.key} className="mb-5">
          <p className="mb-1 text-base text-muted">{family.label}</p>
          <ul className="grid">
            {family.codes.map((code) => (
              <li key={code.key}>
                <a
                  href={`#${codeAnchor(code.key)}`}
                  className="flex min-h-11 items-center justify-between gap-3 no-underline hover:text-accent sm:min-h-9"
                >
                  <CodeLine code={code}>{code.label}</CodeLine>
                  {code.shortcut && <KeyCap shortcut={code.shortcut} />}
                </a>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  )
}
