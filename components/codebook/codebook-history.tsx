import type { CodebookChange } from '@/lib/coding/codebook-diff'
import { day } from '../study/day'
import { Fold } from '../ui/fold'
import { codebook as words } from '../words/codebook'
import { CodebookChanges } from './codebook-changes'

interface CodebookHistoryProps {
  versions: { version: string; publishedAt: Date | null; changes: CodebookChange[] | null }[]
}

/** The published versions, each with what it changed. */
export function CodebookHistory({ versions }: CodebookHistoryProps) {
  return (
    <ul className="grid gap-1">
      {versions.map(({ version, publishedAt, changes }) => (
        <li key={version} className="flex flex-wrap items-baseline gap-x-4">
          <span>{publishedAt ? words.historyOf(version, day(publishedAt)) : words.version(version)}</span>
          {changes ? (
            <Fold title={words.changesOf(changes.length)}>
              <CodebookChanges changes={changes} />
            </Fold>
          ) : (
            <span className="text-muted">{words.firstVersion}</span>
          )}
        </li>
      ))}
    </ul>
  )
}
