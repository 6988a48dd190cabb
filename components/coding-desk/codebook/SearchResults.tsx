import { Fragment } from 'react'
import type { Code } from '@/lib/coding/codebook'
import type { Passage } from '@/lib/coding/codebook-search'
import { CodeName } from '../codes/CodeName'
import { codebookTexts as texts } from '../texts/codebook-texts'

interface SearchResultsProps {
  passages: readonly Passage[]
  codes: ReadonlyMap<string, Code>
  onShow(code: string): void
}

function grouped(passages: readonly Passage[]): [string | null, Passage[]][] {
  const groups = new Map<string | null, Passage[]>()
  for (const passage of passages) groups.set(passage.code, [...(groups.get(passage.code) ?? []), passage])
  return [...groups]
}

/** What was found in the codebook, code by code. */
export function SearchResults({ passages, codes, onShow }: SearchResultsProps) {
  if (passages.length === 0) return <p className="text-muted text-sm">{texts.notFound}</p>
  return (
    <ul className="grid gap-3">
      {grouped(passages).map(([key, found]) => {
        const code = key === null ? undefined : codes.get(key)
        return (
          <li key={key ?? ''} className="grid gap-1">
            {code && (
              <button type="button" onClick={() => onShow(code.key)} className="min-h-11 justify-self-start lg:min-h-8">
                <CodeName code={code} />
              </button>
            )}
            <dl className="grid gap-1 text-sm">
              {found
                .filter(({ place }) => place !== 'name')
                .map(({ place, text }) => (
                  <Fragment key={`${place} ${text}`}>
                    <dt className="text-muted text-xs">{texts.places[place]}</dt>
                    <dd dir="auto">{text}</dd>
                  </Fragment>
                ))}
            </dl>
          </li>
        )
      })}
    </ul>
  )
}
