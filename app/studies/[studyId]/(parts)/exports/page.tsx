import type { Metadata } from 'next'
import { ExportTable } from '@/components/exports/export-table'
import { buttonLook } from '@/components/ui/button'
import { Refusal } from '@/components/ui/frame'
import { PageHeader } from '@/components/ui/page-header'
import { exportWords as words } from '@/components/words/exports'
import { shell } from '@/components/words/shell'
import { agreementColumns } from '@/lib/formats/agreement-csv'
import { agreementPairsColumns } from '@/lib/formats/agreement-pairs-csv'
import { annotationColumns } from '@/lib/formats/annotations-csv'
import { unitCoderColumns } from '@/lib/formats/unit-coder-csv'
import { may, mustSubmitFirst } from '@/lib/policy'
import { readCodebook } from '@/lib/verbs/codebooks'
import { studyOf } from '../../study'

export const metadata: Metadata = { title: words.title }

function Download({ href, children, second }: { href: string; children: string; second?: boolean }) {
  return (
    <a href={href} download className={buttonLook(second ? 'quiet' : 'secondary')}>
      {children}
    </a>
  )
}

/** The tables of a study, to download. */
export default async function ExportsPage({ params }: { params: Promise<{ studyId: string }> }) {
  const study = await studyOf((await params).studyId)
  if ('refused' in study) return null
  const { id: studyId, roles, own } = study.found
  if (!may(roles, 'codings.export')) return <Refusal>{shell.leadOnly}</Refusal>
  if (mustSubmitFirst(roles, 'codings.export') && own.submitted < own.total) return <Refusal>{words.notYet}</Refusal>
  const { codebook } = await readCodebook(study.actor, { studyId })
  const attributes = Object.entries(codebook.attributes)
    .filter(([, { enabled }]) => enabled)
    .map(([key, { label }]) => ({ key, label }))
  const root = `/api/studies/${studyId}`
  return (
    <>
      <PageHeader title={words.title}>
        <p>{words.lead}</p>
        <p>{words.offsets}</p>
      </PageHeader>
      <ExportTable title={words.annotations} means={words.annotationsMeans} columns={annotationColumns(attributes)}>
        <Download href={`${root}/export/annotations.csv`}>{words.download('annotations.csv')}</Download>
      </ExportTable>
      <ExportTable title={words.unitCoder} means={words.unitCoderMeans} columns={unitCoderColumns}>
        <Download href={`${root}/export/unit_coder_long.csv`}>{words.download('unit_coder_long.csv')}</Download>
      </ExportTable>
      <ExportTable title={words.agreement} means={words.agreementMeans} columns={agreementColumns}>
        <Download href={`${root}/agreement?format=csv`}>{words.download('agreement.csv')}</Download>
        <Download second href={`${root}/agreement?format=json`}>
          {words.asJson}
        </Download>
      </ExportTable>
      <ExportTable title={words.agreementPairs} means={words.agreementPairsMeans} columns={agreementPairsColumns}>
        <Download href={`${root}/agreement?format=csv&table=pairs`}>{words.download('agreement_pairs.csv')}</Download>
      </ExportTable>
    </>
  )
}
