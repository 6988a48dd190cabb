import type { Difference } from './cluster'
import type { Edge } from './graph'
import type { PlacedReading } from './placed-readings'
import type { ReviewedCoding } from './reviewed-document'

/** Links of the annotations of a document, and who is whose partner: what is needed to compare links. */
export class ComparedLinks {
  /** By annotation: relation -> annotations it leads to, by places in the list. */
  readonly #from = new Map<number, Map<string, Set<number>>>()
  readonly #partners = new Map<number, number>()
  readonly #parties: number
  readonly #readings: readonly PlacedReading[]

  constructor(codings: readonly ReviewedCoding[], readings: readonly PlacedReading[]) {
    this.#parties = codings.length
    this.#readings = readings
    if (codings.every(({ links }) => links.length === 0)) return
    const places = codings.map(() => new Map<string, number>())
    readings.forEach(({ party, annotation }, node) => {
      places[party]?.set(annotation.id, node)
    })
    codings.forEach(({ links }, party) => {
      for (const { relation, from, to } of links) {
        const [start, end] = [places[party]?.get(from), places[party]?.get(to)]
        if (start !== undefined && end !== undefined) this.#add(start, relation, end)
      }
    })
  }

  #add(from: number, relation: string, to: number): void {
    const relations = this.#from.get(from) ?? new Map<string, Set<number>>()
    relations.set(relation, (relations.get(relation) ?? new Set()).add(to))
    this.#from.set(from, relations)
  }

  /** Whether anything is linked. */
  get isEmpty(): boolean {
    return this.#from.size === 0
  }

  /** Says that these are partners. */
  addPartners(matches: readonly Edge[]): void {
    if (this.isEmpty) return
    for (const { one, other } of matches) {
      this.#partners.set(this.#key(one, other), other)
      this.#partners.set(this.#key(other, one), one)
    }
  }

  #key(node: number, other: number): number {
    return node * this.#parties + (this.#readings[other]?.party ?? 0)
  }

  /** The relations by which one of two partners of one code leads where the other does not. */
  differences({ one, other }: Edge, coders: Difference['coders']): Difference[] {
    const [from, otherFrom] = [this.#readings[one], this.#readings[other]]
    if (this.isEmpty || !from || !otherFrom || from.code !== otherFrom.code) return []
    const [left, right] = [this.#from.get(one), this.#from.get(other)]
    const relations = [...new Set([...(left?.keys() ?? []), ...(right?.keys() ?? [])])].sort()
    return relations
      .filter((relation) => !this.#areSame(left?.get(relation), right?.get(relation), other))
      .map((relation) => ({ type: 'D6', coders, members: [from.member, otherFrom.member], attribute: relation }))
  }

  /** Whether all ends of the first are partners of the ends of the second. @param other an annotation of the second */
  #areSame(ends: ReadonlySet<number> = new Set(), otherEnds: ReadonlySet<number> = new Set(), other: number): boolean {
    if (ends.size !== otherEnds.size) return false
    return [...ends].every((end) => {
      const partner = this.#partners.get(this.#key(end, other))
      return partner !== undefined && otherEnds.has(partner)
    })
  }

  /** The links that begin at an annotation, as [relation, lineage of the end], sorted. */
  linksFrom(node: number): (readonly [string, string])[] {
    const links = [...(this.#from.get(node) ?? [])].flatMap(([relation, ends]) =>
      [...ends].map((end) => [relation, this.#readings[end]?.lineage ?? ''] as const),
    )
    return links.sort((one, other) => (one.join(' ') < other.join(' ') ? -1 : 1))
  }
}
