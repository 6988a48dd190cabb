import type { CodebookChange } from '@/lib/coding/codebook-diff'
import { codebook as words } from '../words/codebook'

/** Changes of one subject, which stand next to each other. */
function bySubject(changes: readonly CodebookChange[]): CodebookChange[][] {
  const groups: CodebookChange[][] = []
  for (const change of changes) {
    const last = groups.at(-1)
    const isSame = last?.[0]?.subject === change.subject && last[0].key === change.key
    if (isSame) last.push(change)
    else groups.push([change])
  }
  return groups
}

function Lines({ lines, kind }: { lines: string[]; kind: 'before' | 'after' }) {
  if (lines.length === 0) return null
  const [Mark, sign] = kind === 'before' ? (['del', '−'] as const) : (['ins', '+'] as const)
  return (
    <ul className={kind === 'before' ? 'text-muted' : ''}>
      {lines.map((line) => (
        <li key={line} className="flex gap-2">
          <span aria-hidden="true">{sign}</span>
          <span className="sr-only">{words[kind]}: </span>
          <Mark className="min-w-0 no-underline [overflow-wrap:anywhere]" dir="auto">
            {line}
          </Mark>
        </li>
      ))}
    </ul>
  )
}

/** What differs between two versions of a codebook, subject by subject, with the words before and after. */
export function CodebookChanges({ changes }: { changes: readonly CodebookChange[] }) {
  if (changes.length === 0) return <p className="text-muted">{words.sameWords}</p>
  return (
    <ul className="grid max-w-2xl gap-5">
      {bySubject(changes).map((group) => {
        const [first] = group
        if (!first) return null
        return (
          <li key={`${first.subject} ${first.key} ${first.what}`} className="border-line border-l-2 pl-4">
            <p className="font-semibold">
              {words.subjects[first.subject]}
              {first.subject !== 'codebook' && `: ${first.label}`}
            </p>
            <dl>
              {group.map(({ what, before, after }) => (
                <div key={what} className="mt-1">
                  <dt className="text-muted">{words.aspects[what]}</dt>
                  <dd className="pl-3">
                    <Lines lines={before} kind="before" />
                    <Lines lines={after} kind="after" />
                  </dd>
                </div>
              ))}
            </dl>
          </li>
        )
      })}
    </ul>
  )
}
