import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { AgreementReport } from '@/components/agreement-report/agreement-report'
import { Refusal } from '@/components/ui/frame'
import { PageHeader } from '@/components/ui/page-header'
import { study as words } from '@/components/words/study'
import { type UnitLevel, unitLevels } from '@/lib/coding/unit-levels'
import { agreementInput, readAgreement } from '@/lib/verbs/agreement'
import { reading } from '../../../../reading'
import { requireActor } from '../../../../require-actor'
import { idFrom } from '../../study'

export const metadata: Metadata = { title: words.tabs.agreement }

interface Props {
  params: Promise<{ studyId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** Where the same report is at each unit level, and as a file. */
function linksOf(studyId: string, asked: { unit?: UnitLevel | undefined; seed?: number | undefined }) {
  const query = (more: Record<string, string>) => {
    const unit = asked.unit ? { unit: asked.unit } : {}
    const seed = asked.seed === undefined ? {} : { seed: String(asked.seed) }
    return new URLSearchParams({ ...unit, ...seed, ...more }).toString()
  }
  const units = unitLevels.map((unit) => [unit, `/studies/${studyId}/agreement?${query({ unit })}`])
  const file = (format: string) => `/api/studies/${studyId}/agreement?${query({ format })}`
  return { units: Object.fromEntries(units) as Record<UnitLevel, string>, json: file('json'), csv: file('csv') }
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
      <AgreementReport report={answer.found} links={linksOf(studyId, asked.data)} />
    </>
  )
}
