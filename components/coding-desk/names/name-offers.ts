import type { CodingView } from '@/lib/coding/coding-view'
import { foldedName, namingAttributes } from '@/lib/coding/entity-names'
import type { DeskAnnotation } from '../annotations/edits'

/** A name on offer: of the study, of what this coder wrote before, or words of the annotation itself. */
export interface NameOffer {
  name: string
  origin: 'text' | 'own' | 'approved'
  /** What else it is called; typing any of it finds the name. */
  aliases: readonly string[]
}

/** A matching offer, and by which alias it was found when not by its name. */
export interface FoundOffer extends NameOffer {
  alias?: string
}

/** Longer words of an annotation are a description and no name; code points. */
const longestName = 60
const mostShown = 40

/** The names that this coder gave in this article, each once, the newest first (row ids ascend with time). */
function namesHere(view: Pick<CodingView, 'codebook'>, annotations: readonly DeskAnnotation[]): string[] {
  const naming = namingAttributes(view.codebook)
  const newest = new Map<string, string>()
  const give = (name: string, id: string) => {
    if ((newest.get(name) ?? '') < id) newest.set(name, id)
  }
  for (const { id, value } of annotations) {
    for (const key of naming) {
      const given = value.attributes[key]
      if (given === undefined) continue
      if (Array.isArray(given)) for (const name of given) give(name, id)
      else give(String(given), id)
    }
  }
  return [...newest].sort(([, one], [, other]) => (one < other ? 1 : -1)).map(([name]) => name)
}

function unique(offers: readonly NameOffer[]): NameOffer[] {
  const known = new Set<string>()
  return offers.filter(({ name }) => {
    const folded = foldedName(name)
    if (folded === '' || known.has(folded)) return false
    known.add(folded)
    return true
  })
}

/**
 * All names on offer, each once: words of the annotation in hand, the study's approved names, then what this coder
 * wrote, here first. Nothing comes from another coder.
 * @param words stretches of the annotation that may name somebody: its source, or the whole of it
 */
export function nameOffers(
  view: Pick<CodingView, 'codebook' | 'targets' | 'ownTargets'>,
  annotations: readonly DeskAnnotation[],
  words: readonly string[] = [],
): NameOffer[] {
  const approved = view.targets.map(({ name, aliases }): NameOffer => ({ name, aliases, origin: 'approved' }))
  const listed = new Set(approved.flatMap(({ name, aliases }) => [name, ...aliases]).map(foldedName))
  const own = [...namesHere(view, annotations), ...view.ownTargets].filter((name) => !listed.has(foldedName(name)))
  const short = words.filter((word) => [...word].length <= longestName && !listed.has(foldedName(word)))
  return unique([
    ...short.map((name): NameOffer => ({ name, aliases: [], origin: 'text' })),
    ...approved,
    ...own.map((name): NameOffer => ({ name, aliases: [], origin: 'own' })),
  ])
}

/** How well a name fits what is typed: 0 begins with it, 1 a word of it begins with it, 2 holds it; null otherwise. */
function closeness(name: string, typed: string): number | null {
  const folded = foldedName(name)
  const at = folded.indexOf(typed)
  if (at <= 0) return at < 0 ? null : 0
  return folded.includes(` ${typed}`) ? 1 : 2
}

function match(offer: NameOffer, typed: string): { offer: FoundOffer; fit: number } | null {
  const own = closeness(offer.name, typed)
  if (own !== null) return { offer, fit: own }
  const [best] = offer.aliases
    .flatMap((alias) => {
      const found = closeness(alias, typed)
      return found === null ? [] : [{ offer: { ...offer, alias }, fit: found + 0.5 }]
    })
    .sort((a, b) => a.fit - b.fit)
  return best ?? null
}

/** The offers that fit what is typed, by name or alias, the best first; all of them while nothing is typed. */
export function matchingOffers(
  offers: readonly NameOffer[],
  typed: string,
  taken: readonly string[] = [],
): FoundOffer[] {
  const gone = new Set(taken.map(foldedName))
  const left = offers.filter(({ name }) => !gone.has(foldedName(name)))
  const wanted = foldedName(typed)
  if (wanted === '') return left.slice(0, mostShown)
  const found = left.flatMap((offer) => match(offer, wanted) ?? [])
  return found
    .sort((a, b) => a.fit - b.fit)
    .slice(0, mostShown)
    .map(({ offer }) => offer)
}

/** The name that typed words stand for: an approved one by its name or alias, or the words themselves. */
export function nameOf(offers: readonly NameOffer[], typed: string): string {
  const wanted = foldedName(typed)
  const known = offers.find(({ name, aliases }) => [name, ...aliases].some((one) => foldedName(one) === wanted))
  return known?.name ?? typed.trim().replace(/\s+/gu, ' ')
}
