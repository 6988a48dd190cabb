/** A document to review, with who coded it. */
interface SharedDocument {
  id: string
  coderIds: readonly string[]
}

/**
 * Shares documents out evenly among reviewers, in their order. Nobody gets a document that they coded unless all of them
 * did.
 * @returns the reviewer of each document
 */
export function shareOut(documents: readonly SharedDocument[], reviewers: readonly string[]): Map<string, string> {
  const loads = new Map(reviewers.map((reviewer) => [reviewer, 0]))
  const shares = new Map<string, string>()
  // Those that fewest reviewers may have come first: the others even out what is left.
  const free = (document: SharedDocument) => reviewers.filter((one) => !document.coderIds.includes(one))
  const sorted = [...documents].sort(
    (one, other) => (free(one).length || reviewers.length) - (free(other).length || reviewers.length),
  )
  for (const document of sorted) {
    const others = free(document)
    const candidates = others.length > 0 ? others : reviewers
    const least = Math.min(...candidates.map((reviewer) => loads.get(reviewer) ?? 0))
    const chosen = candidates.find((reviewer) => loads.get(reviewer) === least)
    if (chosen === undefined) continue
    shares.set(document.id, chosen)
    loads.set(chosen, least + 1)
  }
  return shares
}
