import type { Metadata } from 'next'
import { ExportTable } from '@/components/exports/export-table'
import { buttonLook } from '@/components/ui/button'
import { Refusal } from '@/components/ui/narrow-frame'
import { PageHeader, Section } from '@/components/ui/page-header'
import { exportWords as words } from '@/components/words/exports'
import { shell } from '@/components/words/shell'
import { adjudicationColumns } from '@/lib/formats/adjudications-csv'
import { agreementTables } from '@/lib/formats/agreement-report/tables'
import { annotationColumns, exportedAttributes } from '@/lib/formats/annotations-csv'
import { codedDocumentColumns } from '@/lib/formats/coded-documents-csv'
import { disagreementColumns } from '@/lib/formats/disagreements-csv'
import { goldColumns, goldDocumentColumns, goldRelationColumns, goldVariableColumns } from '@/lib/formats/gold-csv'
import { relationColumns } from '@/lib/formats/relations-csv'
import { segmentColumns } from '@/lib/formats/segments-csv'
import { unitCoderColumns } from '@/lib/formats/unit-coder-csv'
import { variableColumns } from '@/lib/formats/variables-csv'
import { may, mustSubmitFirst } from '@/lib/policy'
import { readCodebook } from '@/lib/verbs/codebooks'
import { studyOf } from '../../study'

export const metadata: Metadata = { title: words.title }

function Download({ href, children }: { href: string; children: string }) {
  return (
    <a href={href} download className={buttonLook('secondary')}>
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
  const attributes = exportedAttributes([codebook])
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
      <ExportTable title={words.segments} means={words.segmentsMeans} columns={segmentColumns}>
        <Download href={`${root}/export/segments.csv`}>{words.download('segments.csv')}</Download>
      </ExportTable>
      <ExportTable title={words.relations} means={words.relationsMeans} columns={relationColumns}>
        <Download href={`${root}/export/relations.csv`}>{words.download('relations.csv')}</Download>
      </ExportTable>
      <ExportTable title={words.variables} means={words.variablesMeans} columns={variableColumns}>
        <Download href={`${root}/export/variables.csv`}>{words.download('variables.csv')}</Download>
      </ExportTable>
      <ExportTable title={words.documents} means={words.documentsMeans} columns={codedDocumentColumns}>
        <Download href={`${root}/export/documents.csv`}>{words.download('documents.csv')}</Download>
      </ExportTable>
      <ExportTable title={words.unitCoder} means={words.unitCoderMeans} columns={unitCoderColumns}>
        <Download href={`${root}/export/unit_coder_long.csv`}>{words.download('unit_coder_long.csv')}</Download>
      </ExportTable>
      <ExportTable title={words.disagreements} means={words.disagreementsMeans} columns={disagreementColumns}>
        <Download href={`${root}/export/disagreements.csv`}>{words.download('disagreements.csv')}</Download>
      </ExportTable>
      <ExportTable title={words.adjudications} means={words.adjudicationsMeans} columns={adjudicationColumns}>
        <Download href={`${root}/export/adjudications.csv`}>{words.download('adjudications.csv')}</Download>
      </ExportTable>
      <ExportTable title={words.gold} means={words.goldMeans} columns={goldColumns(attributes)}>
        <Download href={`${root}/export/gold.csv`}>{words.download('gold.csv')}</Download>
      </ExportTable>
      <ExportTable title={words.goldRelations} means={words.goldRelationsMeans} columns={goldRelationColumns}>
        <Download href={`${root}/export/gold_relations.csv`}>{words.download('gold_relations.csv')}</Download>
      </ExportTable>
      <ExportTable title={words.goldVariables} means={words.goldVariablesMeans} columns={goldVariableColumns}>
        <Download href={`${root}/export/gold_variables.csv`}>{words.download('gold_variables.csv')}</Download>
      </ExportTable>
      <ExportTable title={words.goldDocuments} means={words.goldDocumentsMeans} columns={goldDocumentColumns}>
        <Download href={`${root}/export/gold_documents.csv`}>{words.download('gold_documents.csv')}</Download>
      </ExportTable>
      <Section title={words.agreement} note={words.agreementMeans}>
        <Download href={`${root}/agreement?format=json`}>{words.asJson}</Download>
      </Section>
      {agreementTables.map(({ name, file, row, columns }) => (
        <ExportTable key={name} title={words.agreementTable(file)} means={words.rowPer(row)} columns={columns}>
          <Download href={`${root}/agreement?format=csv&table=${name}`}>{words.download(file)}</Download>
        </ExportTable>
      ))}
    </>
  )
}
