import type { Membership } from '../../../../prisma/generated/client'
import type { AskedThread, ThreadSubject } from '../../../coding/review/discussion'
import type { Transaction } from '../../../db'
import { AppError } from '../../../errors'
import { findCluster, type StoredCluster } from '../review/stored-clusters'
import { areCodesOpen, isOpenDocument, openDocuments, type Standing } from './open-discussion'

/** What a discussion is about, found, and open to who asks. */
export interface ThreadPlace {
  studyId: string
  subject: ThreadSubject
  /** Of a cluster or document. */
  roundId: string | null
  documentId: string | null
  cluster: StoredCluster | null
  /** Of a code. */
  codeKey: string | null
}

const nothing = 'There is no such discussion in this study. Reload the page.'

async function clusterPlace(reader: Transaction, studyId: string, clusterId: string): Promise<ThreadPlace> {
  const cluster = await findCluster(reader, studyId, clusterId)
  if (!cluster) throw new AppError('not_found', nothing)
  const { roundId, documentId } = cluster
  return { studyId, subject: 'cluster', roundId, documentId, cluster, codeKey: null }
}

/** The round that was asked for, or the newest in which the document is coded; of a coder, by that coder. */
async function documentPlace(
  reader: Transaction,
  membership: Membership,
  standing: Standing,
  { documentId = '', roundId }: AskedThread,
): Promise<ThreadPlace> {
  const { studyId } = membership
  const rounds =
    standing === 'coder'
      ? await openDocuments(membership, { documentId, reader })
      : await reader.coding.findMany({
          where: { studyId, documentId, kind: 'human' },
          select: { roundId: true },
          distinct: ['roundId'],
          orderBy: { round: { number: 'desc' } },
        })
  const found = rounds.find((round) => roundId === undefined || round.roundId === roundId)
  if (!found) throw new AppError('not_found', nothing)
  return { studyId, subject: 'document', roundId: found.roundId, documentId, cluster: null, codeKey: null }
}

async function codePlace(reader: Transaction, studyId: string, codeKey: string): Promise<ThreadPlace> {
  const known = await reader.code.count({
    where: { studyId, key: codeKey, codebookVersion: { is: { state: 'published' } } },
  })
  if (known === 0) throw new AppError('not_found', nothing)
  return { studyId, subject: 'code', roundId: null, documentId: null, cluster: null, codeKey }
}

function placeAsked(reader: Transaction, membership: Membership, standing: Standing, asked: AskedThread) {
  const { studyId } = membership
  if (asked.subject === 'cluster') return clusterPlace(reader, studyId, asked.clusterId ?? '')
  if (asked.subject === 'document') return documentPlace(reader, membership, standing, asked)
  return codePlace(reader, studyId, asked.code ?? '')
}

async function isOpenTo(membership: Membership, { roundId, documentId }: ThreadPlace, reader: Transaction) {
  if (roundId === null || documentId === null) return areCodesOpen(membership, reader)
  return isOpenDocument(membership, { roundId, documentId }, reader)
}

/**
 * Finds what a discussion is about.
 * @throws AppError not_found where there is no such thing, and just so where it is not open to this member
 */
export async function threadPlace(
  reader: Transaction,
  membership: Membership,
  standing: Standing,
  asked: AskedThread,
): Promise<ThreadPlace> {
  if (standing === 'nobody') throw new AppError('not_found', nothing)
  const place = await placeAsked(reader, membership, standing, asked)
  if (standing === 'coder' && !(await isOpenTo(membership, place, reader))) throw new AppError('not_found', nothing)
  return place
}
