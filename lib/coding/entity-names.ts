import type { AttributeValue } from './annotation'
import type { Codebook } from './codebook'
import type { SubmittedAnnotations } from './statistics/submitted-annotations'

/** What kind of thing a name stands for; a body is an organisation or an authority. */
export const entityKinds = ['person', 'body', 'group', 'place', 'event'] as const
export type EntityKind = (typeof entityKinds)[number]

/** One entity as the lead approved it: the name that reports show, and what else it is called. */
export interface EntityNames {
  name: string
  aliases: readonly string[]
}

/**
 * Two words with the same folded name are the same name: white space at the ends left out and within made one blank,
 * case folded character by character in no language's way (so that a Turkish server folds like any other: ß is ss, every
 * sigma is one, and the dotless ı falls together with i), composed (NFC).
 */
export function foldedName(name: string): string {
  const plain = name.normalize('NFC').trim().replace(/\s+/gu, ' ')
  return Array.from(plain, (character) => character.toUpperCase().toLowerCase())
    .join('')
    .normalize('NFC')
}

/** Keys of the attributes that take an entity, in the codebook's order. */
export function namingAttributes({ attributes }: Pick<Codebook, 'attributes'>): string[] {
  return Object.entries(attributes).flatMap(([key, { type }]) => (type === 'entity_ref' ? key : []))
}

/** Which values of a codebook name entities, and what their words stand for. */
export interface NamedEntities {
  /** Keys of the attributes, and of the variables of a document, that take an entity. */
  attributes: ReadonlySet<string>
  variables: ReadonlySet<string>
  /** The name of an entity by each of its folded names. */
  canonical: ReadonlyMap<string, string>
}

/** @param entities no two of which share a name or alias */
export function namedEntities(codebook: Codebook, entities: readonly EntityNames[]): NamedEntities {
  const variables = codebook.variables.filter(({ type }) => type === 'entity_ref')
  const canonical = entities.flatMap(({ name, aliases }) =>
    [name, ...aliases].map((one): [string, string] => [foldedName(one), name]),
  )
  return {
    attributes: new Set(namingAttributes(codebook)),
    variables: new Set(variables.map(({ key }) => key)),
    canonical: new Map(canonical),
  }
}

/** The name of the entity that a word stands for; the word itself where it stands for none. */
export function canonicalName(word: string, { canonical }: Pick<NamedEntities, 'canonical'>): string {
  return canonical.get(foldedName(word)) ?? word
}

/** A value with canonical names in place of its words, each name once. */
function canonicalValue(value: AttributeValue, names: Pick<NamedEntities, 'canonical'>): AttributeValue {
  if (typeof value === 'string') return canonicalName(value, names)
  if (!Array.isArray(value)) return value
  return [...new Set(value.map((word) => canonicalName(word, names)))]
}

/** The attributes of an annotation as they are compared: entities by their canonical names. */
export function canonicalAttributes(
  attributes: Readonly<Record<string, AttributeValue>>,
  names: NamedEntities,
): Record<string, AttributeValue> {
  return Object.fromEntries(
    Object.entries(attributes).map(([key, value]) => {
      return [key, names.attributes.has(key) ? canonicalValue(value, names) : value] as const
    }),
  )
}

/** A variable of the document as it is compared. */
export function canonicalVariable(
  given: SubmittedAnnotations['variables'][number],
  names: NamedEntities,
): SubmittedAnnotations['variables'][number] {
  return names.variables.has(given.variable) ? { ...given, value: canonicalValue(given.value, names) } : given
}
