import type { ReactNode } from 'react'
import type { StudyAgreement } from '@/lib/coding/agreement-request'
import { counted, countText } from '@/lib/formats/agreement-report/numbers'
import { verdictRule } from '@/lib/formats/agreement-report/words'
import { ReportSection } from './report-section'
import { levelNames, parts } from './report-words'

/** What the figures rest on, and how verdicts are given. */
export function ReportFacts({ report }: { report: StudyAgreement }) {
  return (
    <ReportSection part={parts.facts}>
      <dl className="grid max-w-4xl gap-x-8 gap-y-2 sm:grid-cols-[14rem_minmax(0,1fr)]">
        {facts(report).map(({ name, value }) => (
          <div key={name} className="sm:contents">
            <dt className="text-muted">{name}</dt>
            <dd className="[overflow-wrap:anywhere]">{value}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-6 max-w-2xl text-muted">{verdictRule}</p>
    </ReportSection>
  )
}

function facts(report: StudyAgreement): { name: string; value: ReactNode }[] {
  const { study, codebook, header, softwareVersion, computedAt, fingerprint } = report
  return [
    { name: 'Study', value: <bdi>{study.title}</bdi> },
    { name: 'Codebook', value: <bdi>{`${codebook.title}, version ${codebook.version}`}</bdi> },
    { name: 'Basis', value: header.basis },
    { name: 'Coders', value: header.coders.join(', ') },
    { name: 'Documents', value: documents(report) },
    { name: 'Unit', value: unitMeans[header.unit] },
    { name: 'Intervals', value: intervals(report) },
    { name: 'Computed', value: computed(computedAt, softwareVersion) },
    { name: 'Data fingerprint', value: <code className="text-base">{fingerprint}</code> },
  ]
}

const unitMeans = Object.fromEntries(
  Object.entries(levelNames).map(([level, name]) => [
    level,
    level === 'character'
      ? `${name}: has a code if it lies in a span of it.`
      : `${name}: has a code if a coder marked at least one letter or digit of it.`,
  ]),
) as Record<keyof typeof levelNames, string>

function documents({
  header: { documents: compared, documentsLeftOut, codingsOfOtherVersions },
}: StudyAgreement): string {
  return [
    `${counted(compared, 'document')} submitted by two or more coders`,
    documentsLeftOut > 0 ? `${countText(documentsLeftOut)} submitted by fewer, in no figure` : '',
    codingsOfOtherVersions > 0
      ? `${counted(codingsOfOtherVersions, 'submitted coding')} under another version of the codebook, in no figure`
      : '',
  ]
    .filter((part) => part !== '')
    .join('; ')
}

function intervals({ header: { replicates, confidence, intervalMethod, seed, strata } }: StudyAgreement): string {
  if (replicates === 0) return 'none: no bootstrap samples were drawn'
  const within = strata > 1 ? `, within ${countText(strata)} strata` : ''
  return `${100 * confidence} %, ${intervalMethod}${within}; ${counted(replicates, 'sample')}, seed ${seed}`
}

function computed(at: string, version: string): ReactNode {
  return (
    <>
      <time dateTime={at}>{at.slice(0, 16).replace('T', ' ')} UTC</time> by Framewise {version}
    </>
  )
}
