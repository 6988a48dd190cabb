import type { Membership } from '../../prisma/generated/client'
import type { Codebook } from '../coding/codebook'
import { countDifferences, ruleOf } from '../coding/review/outcome-summary'
import type { MyOutcomes, OutcomeEntry, OutcomeView, SummaryRow } from '../coding/review/outcome-view'
import { db } from '../db'
import { AppError } from '../errors'
import { type Actor, authorize } from './steps/authorize'
import { currentVersion } from './steps/codebook-draft'
import { toCodebook } from './steps/codebook-rows'
import { type OpenDocument, openDocuments, standingOf } from './steps/discussion/open-discussion'
import { placeNaming } from './steps/outcomes/difference-places'
import { ownAnnotations, reviewForCoder } from './steps/outcomes/outcome-clusters'
import { type ReviewedSoFar, reviewedSoFar } from './steps/outcomes/outcome-documents'
import { type ComparedOutcome, compareOutcomes, decidedLast } from './steps/outcomes/own-comparisons'
import { readSentBack } from './steps/outcomes/sent-back'
import { bringUpToDate } from './steps/review/clusters-in-review'
import { countClusterComments, countComments } from './steps/review/comment-counts'
import { readDecisions } from './steps/review/decision-rows'
import { freshReview } from './steps/review/refresh-review'
import { readReviewedDocuments, readReviewVersions } from './steps/review/reviewed-documents'
import { clustersOfDocuments } from './steps/review/stored-clusters'

/** So many documents are compared for the summary, those decided last: it shall help to code on, not tell a history. */
const mostCompared = 100

/** So many ways to differ are shown, and so many places of each. */
const mostRows = 20
const mostPlaces = 5

/** A document whose review is open to a coder. */
interface OpenReview extends ReviewedSoFar {
  /** Whether nothing is left to decide of what its coders submitted last; not while its clusters are still being made. */
  isDecided: boolean
}

const keyOf = ({ roundId, documentId }: OpenDocument) => `${roundId} ${documentId}`

/**
 * The documents whose review is open to this coder, as far as it has come now.
 * @param documentId of a document whose clusters are made first, however long that takes
 */
async function openToCoder(membership: Membership, documentId?: string): Promise<OpenReview[]> {
  if ((await standingOf(membership)) === 'nobody') return []
  const { studyId } = membership
  const open = await openDocuments(membership)
  for (const one of open) {
    if (one.documentId === documentId) await bringUpToDate({ studyId, roundId: one.roundId }, documentId)
  }
  const stale = new Set<string>()
  for (const roundId of new Set(open.map((document) => document.roundId))) {
    const fresh = await freshReview({ studyId, roundId })
    for (const document of fresh.stale) stale.add(keyOf({ ...document, roundId }))
  }
  const soFar = new Map((await reviewedSoFar(open)).map((one) => [keyOf(one), one]))
  return open.flatMap((document): OpenReview[] => {
    const found = soFar.get(keyOf(document))
    return found ? [{ ...found, isDecided: found.open === 0 && !stale.has(keyOf(document)) }] : []
  })
}

async function entriesOf(studyId: string, open: readonly OpenReview[], compared: readonly ComparedOutcome[]) {
  const documents = await db().document.findMany({
    where: { studyId, id: { in: open.map(({ documentId }) => documentId) } },
    select: { id: true, number: true, title: true },
  })
  const rounds = await db().round.findMany({ where: { studyId }, select: { id: true, number: true } })
  const comments = await countComments(studyId, open)
  const differing = new Map(
    compared.map(({ roundId, documentId, comparisons }) => [
      `${roundId} ${documentId}`,
      comparisons.filter(({ differences }) => differences.length > 0).length,
    ]),
  )
  return open.flatMap((one): OutcomeEntry[] => {
    const document = documents.find(({ id }) => id === one.documentId)
    const round = rounds.find(({ id }) => id === one.roundId)
    const key = keyOf(one)
    if (!document || !round) return []
    return [
      {
        ...{ round, document, differing: one.differing, comments: comments.get(key) ?? 0 },
        state: one.isDecided ? 'decided' : 'discussion',
        ownDifferences: differing.get(key) ?? null,
      },
    ]
  })
}

async function summaryRows(
  studyId: string,
  compared: readonly ComparedOutcome[],
  codebook: Codebook,
): Promise<SummaryRow[]> {
  const codes = new Map(codebook.codes.map((code) => [code.key, code]))
  const all = compared.flatMap(({ comparisons }) => comparisons)
  const rows = countDifferences(all)
    .slice(0, mostRows)
    .map((counted) => {
      const { type, own, decided, attribute } = counted
      const code = codes.get(ruleOf(counted) ?? '')
      const places = compared.flatMap(({ documentId, comparisons }) =>
        comparisons.flatMap(({ clusterId, differences }) =>
          differences.some(
            (one) => one.type === type && one.own === own && one.decided === decided && one.attribute === attribute,
          )
            ? [{ documentId, clusterId }]
            : [],
        ),
      )
      const rule = code ? { key: code.key, label: code.label, definition: code.definition } : null
      return { ...counted, rule, places: places.slice(0, mostPlaces) }
    })
  const named = await placeNaming(
    studyId,
    rows.flatMap(({ places }) => places),
  )
  return rows.map(({ places, ...row }) => ({ ...row, places: places.map(named) }))
}

/**
 * The documents that the actor coded and whose review is open to their coders: those to discuss, and those of which all
 * is decided, with how the own work differs from it; what was sent back; and in which ways the own work differs most, with
 * the rules. Nothing in it comes from another coder. Empty while nothing is open.
 */
export async function readMyOutcomes(actor: Actor, input: { studyId: string }): Promise<MyOutcomes> {
  const membership = await authorize(actor, input.studyId, 'outcome.read')
  const { studyId } = membership
  const open = await openToCoder(membership)
  const decided = open.filter(({ isDecided }) => isDecided)
  const compared = await compareOutcomes(membership, await decidedLast(studyId, decided, mostCompared))
  const codebook = toCodebook(await currentVersion(studyId, db()))
  return {
    entries: await entriesOf(studyId, open, compared),
    tasks: await readSentBack(
      membership,
      open.filter(({ sentBack }) => sentBack > 0),
    ),
    summary: { rows: await summaryRows(studyId, compared, codebook), documents: compared.length, of: decided.length },
  }
}

const nothingOpen = 'There is nothing to read about this text. Reload the page.'

/** The document among those that are open, and its neighbours. @throws AppError not_found */
function placeAmong(open: readonly OpenReview[], asked: { documentId: string; roundId?: string | undefined }) {
  const { documentId, roundId } = asked
  const at = open.findIndex((one) => {
    return one.documentId === documentId && (roundId === undefined || one.roundId === roundId)
  })
  const found = open[at]
  if (!found) throw new AppError('not_found', nothingOpen)
  return { found, previousId: open[at - 1]?.documentId ?? null, nextId: open[at + 1]?.documentId ?? null }
}

async function readWhatIsNamed(studyId: string, { roundId, documentId }: OpenDocument) {
  const round = await db().round.findUniqueOrThrow({ where: { id: roundId } })
  const document = await db().document.findUniqueOrThrow({
    where: { studyId_id: { studyId, id: documentId } },
    select: { id: true, number: true, title: true, text: true, language: true, direction: true },
  })
  return {
    round: { id: round.id, number: round.number, title: round.title },
    document: { ...document, direction: document.direction === 'rtl' ? ('rtl' as const) : ('ltr' as const) },
  }
}

/**
 * The actor's own work on one document beside the other coders', who are letters, and once all of it is decided beside
 * the decisions with their reasons.
 * @throws AppError not_found for a document that there is not, and just so for one whose review is not open to the actor
 */
export async function readMyOutcome(
  actor: Actor,
  input: { studyId: string; documentId: string; roundId?: string | undefined },
): Promise<OutcomeView> {
  const membership = await authorize(actor, input.studyId, 'outcome.read')
  const { studyId, pseudonym } = membership
  const { found, previousId, nextId } = placeAmong(await openToCoder(membership, input.documentId), input)
  const place = { studyId, roundId: found.roundId }
  const versions = await readReviewVersions(studyId)
  const [read] = await readReviewedDocuments(place, [found.documentId], versions)
  const own = read?.reviewed.codings.find(({ coder }) => coder === pseudonym)
  if (!read || !own) throw new AppError('not_found', nothingOpen)
  const clusters = await clustersOfDocuments(db(), place, [found.documentId])
  const review = reviewForCoder({
    ...{ document: read.reviewed, clusters, versions, coder: pseudonym, isDecided: found.isDecided },
    decisions: await readDecisions(place, [found.documentId]),
    comments: await countClusterComments(studyId, found),
  })
  return {
    ...{ studyId, previousId, nextId, ...review },
    ...(await readWhatIsNamed(studyId, found)),
    codebook: toCodebook(await currentVersion(studyId, db())),
    state: found.isDecided ? 'decided' : 'discussion',
    own: {
      codingId: own.codingId,
      pseudonym,
      annotations: ownAnnotations(read.reviewed, clusters, pseudonym),
    },
  }
}
