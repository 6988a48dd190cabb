'use client'

import { useRouter } from 'next/navigation'
import type { SuggestedIssue } from '@/lib/coding/review/codebook-issue'
import { Fold } from '../ui/fold'
import { issues as words } from '../words/issues'
import { causes } from '../words/review'
import { FlagIssueForm } from './FlagIssueForm'
import { IssuePassages } from './IssuePassages'

interface SuggestedIssuesProps {
  studyId: string
  suggestions: readonly SuggestedIssue[]
  mayFlag: boolean
}

/** Codes that were decided on again and again for one cause, each to be flagged with the passages that show it. */
export function SuggestedIssues({ studyId, suggestions, mayFlag }: SuggestedIssuesProps) {
  const router = useRouter()
  return (
    <ul className="grid max-w-2xl gap-4">
      {suggestions.map(({ codes, cause, decisions, clusters }) => {
        const names = codes.map(({ label }) => label).join(', ')
        return (
          <li key={`${names} ${cause}`} className="border-accent border-s-4 ps-4">
            <p className="font-semibold">{words.suggestion(names, causes[cause].name, decisions)}</p>
            <IssuePassages studyId={studyId} clusters={clusters} count={decisions} />
            {mayFlag && (
              <Fold title={words.flagThis}>
                <FlagIssueForm
                  studyId={studyId}
                  codes={codes}
                  cause={cause}
                  clusterIds={clusters.map(({ clusterId }) => clusterId)}
                  onFlagged={() => router.refresh()}
                />
              </Fold>
            )}
          </li>
        )
      })}
    </ul>
  )
}
