import type { Codebook } from '../../coding/codebook'
import { db, type Transaction } from '../../db'
import { toCodebook } from './codebook-rows'

/** Published versions of codebooks as they were read last, by their ids: they never change, and parsing one takes long. */
const known = new Map<string, Codebook>()
const mostKnown = 50

function remember(id: string, codebook: Codebook): void {
  known.set(id, codebook)
  const [oldest] = known.keys()
  if (known.size > mostKnown && oldest !== undefined) known.delete(oldest)
}

/** The versions of these ids; an id that there is not is left out. */
export async function readCodebooks(ids: readonly string[], reader: Transaction = db()): Promise<Codebook[]> {
  const found = new Map(ids.flatMap((id) => [[id, known.get(id)] as const]))
  const missing = ids.filter((id) => !found.get(id))
  if (missing.length > 0) {
    const rows = await reader.codebookVersion.findMany({ where: { id: { in: missing } }, include: { codes: true } })
    for (const row of rows) {
      const codebook = toCodebook(row)
      found.set(row.id, codebook)
      if (row.state === 'published') remember(row.id, codebook)
    }
  }
  return ids.flatMap((id) => found.get(id) ?? [])
}

/** The codebook by which the reviewers of a round decide: its version. */
export async function codebookOfRound(
  { codebookVersionId }: { codebookVersionId: string },
  reader?: Transaction,
): Promise<Codebook> {
  const [codebook] = await readCodebooks([codebookVersionId], reader)
  if (!codebook) throw new Error(`There is no version ${codebookVersionId} of a codebook.`)
  return codebook
}
