import type { CodebookIssue } from '@/lib/coding/review/codebook-issue'
import { day } from '../study/day'
import type { FormAction } from '../ui/form'
import { issues as words } from '../words/issues'
import { causes } from '../words/review'
import { IssuePassages } from './IssuePassages'
import { ResolveForm } from './ResolveForm'

interface IssueEntryProps {
  studyId: string
  issue: CodebookIssue
  /** Absent for who may not resolve it. */
  resolve?: FormAction<void> | undefined
}

function Resolved({ issue, ...form }: IssueEntryProps) {
  if (issue.resolution === null || issue.resolvedAt === null) return <ResolveForm issueId={issue.id} {...form} />
  return (
    <div>
      <p className="text-muted">{words.resolvedOn(day(new Date(issue.resolvedAt)))}</p>
      <p className="whitespace-pre-line" dir="auto">
        {issue.resolution}
      </p>
      {form.resolve && (
        <details>
          <summary className="inline-flex min-h-11 cursor-pointer items-center text-accent sm:min-h-10">
            {words.change}
          </summary>
          <ResolveForm key={issue.resolution} issueId={issue.id} note={issue.resolution} {...form} />
        </details>
      )}
    </div>
  )
}

/** One issue: the code and cause, what is unclear, the passages that show it, and what was done about it. */
export function IssueEntry({ studyId, issue, resolve }: IssueEntryProps) {
  const { code, cause, text, by, at, version, clusters, clusterCount } = issue
  return (
    <article className="grid max-w-2xl gap-2 border-line border-t py-6">
      <h3 className="font-semibold">
        {words.codeAndCause(code.label, cause === null ? words.noCause : causes[cause].name)}
      </h3>
      <p className="text-base text-muted">{words.flagged(by, day(new Date(at)), version)}</p>
      <p className="whitespace-pre-line text-lg" dir="auto">
        {text}
      </p>
      <IssuePassages studyId={studyId} clusters={clusters} count={clusterCount} />
      <Resolved studyId={studyId} issue={issue} resolve={resolve} />
    </article>
  )
}
