import type { CodebookChange } from '@/lib/coding/codebook-diff'
import type { CodingView } from '@/lib/coding/coding-view'
import { codebookTexts } from '../texts/codebook-texts'

const { news: texts } = codebookTexts

interface CodebookNewsProps {
  news: NonNullable<CodingView['codebookNews']>
  /** Whether the codebook shows this code. */
  hasCode(key: string): boolean
  onShow(code: string): void
}

function Lines({ label, lines, isGone }: { label: string; lines: readonly string[]; isGone?: boolean }) {
  if (lines.length === 0) return null
  return (
    <div className="text-sm">
      <span className="sr-only">{label}: </span>
      {lines.map((line) =>
        isGone ? (
          <del key={line} className="block text-muted">
            {line}
          </del>
        ) : (
          <ins key={line} className="block no-underline">
            {line}
          </ins>
        ),
      )}
    </div>
  )
}

function Change({ change, hasCode, onShow }: Omit<CodebookNewsProps, 'news'> & { change: CodebookChange }) {
  const { subject, key, label, what, before, after } = change
  const name =
    subject === 'code' && hasCode(key) ? (
      <button
        type="button"
        onClick={() => onShow(key)}
        className="min-h-11 font-semibold text-accent underline lg:min-h-0"
      >
        {label}
      </button>
    ) : (
      <span className="font-semibold">{label}</span>
    )
  return (
    <li className="grid gap-0.5">
      <p className="flex items-baseline gap-1.5 text-sm">
        {name} <span className="text-muted">{texts.what(what)}</span>
      </p>
      <Lines label={texts.before} lines={before} isGone />
      <Lines label={texts.now} lines={after} />
    </li>
  )
}

/** What changed in the codebook since this coder coded last: until it is read, it is what the coder would get wrong. */
export function CodebookNews({ news, ...rest }: CodebookNewsProps) {
  return (
    <details open className="rounded-md bg-warning-soft px-3">
      <summary className="flex min-h-11 cursor-pointer items-center font-semibold text-sm text-warning lg:min-h-9">
        {texts.title(news.since)}
      </summary>
      <ul className="grid max-h-60 gap-2 overflow-y-auto pb-3">
        {news.changes.map((change) => (
          <Change key={`${change.subject} ${change.key} ${change.what}`} change={change} {...rest} />
        ))}
      </ul>
    </details>
  )
}
