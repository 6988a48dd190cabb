import Link from 'next/link'
import type { Codebook } from '@/lib/coding/codebook'
import { codeAnchor } from '../codebook/code-entry'
import { CodeLine } from '../codebook/code-swatch'
import { Fold } from '../ui/fold'
import { codebook as bookWords } from '../words/codebook'
import { outcomes as words } from '../words/outcomes'

function Rules({ title, rules }: { title: string; rules: readonly string[] }) {
  if (rules.length === 0) return null
  return (
    <div>
      <p className="text-base text-muted">{title}</p>
      <ul className="list-disc pl-5 marker:text-muted">
        {rules.map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
      </ul>
    </div>
  )
}

/** What the codebook says about these codes: it opens on demand. */
export function RuleOfCode({
  studyId,
  codebook,
  codes,
}: {
  studyId: string
  codebook: Codebook
  codes: readonly string[]
}) {
  const known = codes.flatMap((key) => codebook.codes.find((code) => code.key === key) ?? [])
  if (known.length === 0) return null
  return (
    <Fold title={words.rule}>
      <div className="grid max-w-2xl gap-6">
        {known.map((code) => (
          <div key={code.key} className="grid gap-2">
            <p className="font-semibold">
              <CodeLine code={code}>{code.label}</CodeLine>
            </p>
            <p>{code.definition}</p>
            <Rules title={bookWords.include} rules={code.include} />
            <Rules title={bookWords.exclude} rules={code.exclude} />
            <Link
              href={`/studies/${studyId}/codebook#${codeAnchor(code.key)}`}
              className="inline-flex min-h-11 items-center text-accent underline underline-offset-4 sm:min-h-0"
            >
              {words.toRule}
              <span className="sr-only">: {code.label}</span>
            </Link>
          </div>
        ))}
      </div>
    </Fold>
  )
}
