import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { AgreementReport } from '@/components/agreement-report/agreement-report'
import { reportLinks } from '@/components/agreement-report/report-links'
import { Refusal } from '@/components/ui/frame'
import { PageHeader } from '@/components/ui/page-header'
import { study as words } from '@/components/words/study'
import { agreementInput, readAgreement } from '@/lib/verbs/agreement'
import { reading } from '../../../../reading'
import { requireActor } from '../../../../require-actor'
import { idFrom } from '../../study'

export const metadata: Metadata = { title: words.tabs.agreement }

interface Props {
  params: Promise<{ studyId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** The agreement report of a study. */
export default async function AgreementPage({ params, searchParams }: Props) {
  const actor = await requireActor()
  const studyId = idFrom((await params).studyId)
  const asked = agreementInput.safeParse(await searchParams)
  if (!asked.success) notFound()
  const answer = await reading(readAgreement(actor, { studyId, ...asked.data }))
  if ('refused' in answer) return <Refusal>{answer.refused}</Refusal>
  return (
    <>
      <PageHeader title={words.tabs.agreement} />
      <AgreementReport report={answer.found} links={reportLinks(studyId, asked.data)} />
    </>
  )
}
