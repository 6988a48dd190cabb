import '@/components/agreement-report/report.css'
import type { Metadata } from 'next'
import { ComputationState } from '@/components/agreement-report/computation-state'
import { computationWords } from '@/components/agreement-report/computation-words'
import { KeepShown } from '@/components/agreement-report/keep-shown'
import { StudyReport } from '@/components/agreement-report/study-report'
import { readFilters, WrongFilter } from '@/components/agreement-report/wrong-filter'
import { LiveRefresh } from '@/components/study/live-refresh'
import { Refusal } from '@/components/ui/narrow-frame'
import { PageHeader } from '@/components/ui/page-header'
import { study as words } from '@/components/words/study'
import { readAgreement } from '@/lib/verbs/agreement'
import { reading } from '../../../../reading'
import { requireActor } from '../../../../require-actor'
import { shownText } from '../../../../shown-text'
import { idFrom } from '../../study'
import { cancelComputation, computeAgain } from './actions'

export const metadata: Metadata = { title: words.tabs.agreement }

interface Props {
  params: Promise<{ studyId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** The agreement report of a study, or how far its computation is. */
export default async function AgreementPage({ params, searchParams }: Props) {
  const actor = await requireActor()
  const studyId = idFrom((await params).studyId)
  const { document: documentId, ...asked } = await searchParams
  const read = readFilters(asked)
  if ('wrong' in read) return <WrongFilter studyId={studyId} field={read.wrong} />
  const { filters } = read
  const answer = await reading(readAgreement(actor, { studyId, documents: 'least agreed', ...filters }))
  if ('refused' in answer) {
    return (
      <>
        <Refusal>{answer.refused}</Refusal>
        <LiveRefresh studyId={studyId} without={['review', 'discussion']} />
      </>
    )
  }
  const { found } = answer
  return (
    <>
      <PageHeader title={words.tabs.agreement} />
      <KeepShown
        outdated={computationWords.outdated}
        report={
          found.state === 'done' ? (
            <StudyReport report={found.report} text={await shownText(actor, found.report, documentId)} />
          ) : null
        }
        waiting={
          found.state === 'done' ? null : (
            <ComputationState
              answer={found}
              cancel={cancelComputation.bind(null, { studyId, computationId: found.computation.id })}
              startAgain={computeAgain.bind(null, { studyId, filters })}
            />
          )
        }
      />
      <LiveRefresh studyId={studyId} without={['review', 'discussion']} />
    </>
  )
}
