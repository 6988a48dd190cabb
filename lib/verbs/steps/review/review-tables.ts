import { db } from '../../../db'
import { adjudicationLines, adjudicationsHeader, type ExportedDecision } from '../../../formats/adjudications-csv'
import { exportedAttributes } from '../../../formats/annotations-csv'
import { disagreementLines, disagreementsHeader } from '../../../formats/disagreements-csv'
import {
  type ExportedGold,
  goldDocumentLines,
  goldDocumentsHeader,
  goldHeader,
  goldLines,
  goldRelationLines,
  goldRelationsHeader,
  goldVariableLines,
  goldVariablesHeader,
} from '../../../formats/gold-csv'
import { toCodebook } from '../codebook-rows'
import type { RecordedDecision } from './decision-rows'
import { type DocumentGold, readAllGolds } from './document-golds'
import { listRoundsToReview } from './review-rounds'

/** The tables of the review, each from codings and decisions as they are now. Nothing of documents that wait is in them. */

async function* allGolds(studyId: string): AsyncGenerator<DocumentGold> {
  for await (const page of readAllGolds(await listRoundsToReview(studyId))) yield* page
}

export async function* disagreementsTable(studyId: string): AsyncGenerator<string> {
  yield disagreementsHeader()
  for await (const { document, round, stood } of allGolds(studyId)) {
    yield disagreementLines(document, round, stood)
  }
}

interface ShownIssue {
  id: string
  isResolved: boolean
  lineages: readonly string[]
}

/** Issues of the codebook with the annotations that show them, by round and document. */
async function readIssues(studyId: string): Promise<Map<string, ShownIssue[]>> {
  const rows = await db().codebookIssueCluster.findMany({
    where: { studyId },
    select: { roundId: true, documentId: true, lineages: true, issueId: true, issue: { select: { resolvedAt: true } } },
    orderBy: { issueId: 'asc' },
  })
  const issues = new Map<string, ShownIssue[]>()
  for (const { roundId, documentId, lineages, issueId, issue } of rows) {
    const place = `${roundId} ${documentId}`
    const shown = { id: issueId, isResolved: issue.resolvedAt !== null, lineages }
    issues.set(place, [...(issues.get(place) ?? []), shown])
  }
  return issues
}

/** Those that a decision on these annotations is about, each once. */
function issuesAbout({ lineages }: RecordedDecision, issues: readonly ShownIssue[]): ExportedDecision['issues'] {
  const own = new Set(lineages)
  const about = issues.filter((issue) => issue.lineages.some((lineage) => own.has(lineage)))
  return [...new Map(about.map(({ id, isResolved }) => [id, { id, isResolved }])).values()]
}

/** The decisions on which gold rests: none on what is void. */
function inForce(stood: DocumentGold['stood']): Set<string> {
  return new Set(
    stood.flatMap(({ state, decision, isVoid }) => (state === 'decided' && decision && !isVoid ? [decision.id] : [])),
  )
}

export async function* adjudicationsTable(studyId: string): AsyncGenerator<string> {
  yield adjudicationsHeader()
  const issues = await readIssues(studyId)
  const members = await db().membership.findMany({ where: { studyId }, select: { id: true, pseudonym: true } })
  const pseudonyms = new Map(members.map(({ id, pseudonym }) => [id, pseudonym]))
  for await (const { document, round, stood, decisions, gold } of allGolds(studyId)) {
    const counting = inForce(stood)
    const exported = decisions.map(
      (decision): ExportedDecision => ({
        ...decision,
        isInForce: counting.has(decision.id),
        goldIds: gold.annotations.flatMap(({ id, decisionId }) => (decisionId === decision.id ? [id] : [])),
        arbiter: pseudonyms.get(decision.arbiterId) ?? '',
        issues: issuesAbout(decision, issues.get(`${round.id} ${document.id}`) ?? []),
      }),
    )
    yield adjudicationLines(document, round, exported)
  }
}

/** The published versions of a study, the oldest first. */
async function readCodebooks(studyId: string) {
  const versions = await db().codebookVersion.findMany({
    where: { studyId, state: 'published' },
    include: { codes: true },
    orderBy: [{ publishedAt: 'asc' }, { id: 'asc' }],
  })
  return versions.map(toCodebook)
}

export async function* goldTable(studyId: string): AsyncGenerator<string> {
  const codebooks = await readCodebooks(studyId)
  const attributes = exportedAttributes(codebooks)
  const families = new Map(codebooks.flatMap(({ codes }) => codes.map(({ key, family }) => [key, family])))
  yield goldHeader(attributes)
  for await (const one of allGolds(studyId)) {
    const decisions = new Map(one.decisions.map((decision) => [decision.id, decision]))
    const versions = new Map(one.reviewed.codings.map(({ coder, codebookVersion }) => [coder, codebookVersion]))
    const exported = one.gold.annotations.map((annotation): ExportedGold => {
      const decision = decisions.get(annotation.decisionId ?? '')
      return {
        ...annotation,
        family: families.get(annotation.value.code) ?? '',
        codebookVersion: decision?.codebookVersion ?? versions.get(annotation.coders[0] ?? '') ?? '',
        decidedAt: decision?.decidedAt ?? null,
      }
    })
    yield goldLines(one.document, one.round, exported, attributes)
  }
}

export async function* goldRelationsTable(studyId: string): AsyncGenerator<string> {
  yield goldRelationsHeader()
  for await (const { document, round, gold } of allGolds(studyId)) yield goldRelationLines(document, round, gold)
}

export async function* goldVariablesTable(studyId: string): AsyncGenerator<string> {
  yield goldVariablesHeader()
  for await (const { document, round, gold } of allGolds(studyId)) yield goldVariableLines(document, round, gold)
}

export async function* goldDocumentsTable(studyId: string): AsyncGenerator<string> {
  yield goldDocumentsHeader()
  for await (const { document, round, reviewed, clusters, gold } of allGolds(studyId)) {
    const coders = reviewed.codings.map(({ coder }) => coder)
    yield goldDocumentLines(document, round, { coders, clusters: clusters.length, gold })
  }
}
