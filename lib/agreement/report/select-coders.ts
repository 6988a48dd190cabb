import { coderPairs } from '../contingencies'
import type {
  CodeSpans,
  Disagreements,
  DocumentStatistics,
  FamilySpans,
  LevelStatistics,
  PresenceTables,
  ValueTable,
} from './document-statistics'

/**
 * What a document would contribute had only some of its coders submitted it: nothing of the others is left, not even a
 * value that they alone gave.
 */
export function selectCoders(document: DocumentStatistics, coders: ReadonlySet<string>): DocumentStatistics {
  if (document.coders.every((coder) => coders.has(coder))) return document
  const kept = new KeptCoders(document.coders, coders)
  const { variants } = document
  return {
    documentId: document.documentId,
    coders: kept.ofCoders(document.coders),
    words: document.words,
    levels: mapped(document.levels, (level) => keptLevel(level, kept)),
    variants: mapped(variants, (levels) => mapped(levels, (tables) => keptPresence(tables, kept))),
    codes: mapped(document.codes, (code) => keptCode(code, kept)),
    families: mapped(document.families, (family) => keptFamily(family, kept)),
    numbers: mapped(document.numbers, (values) => kept.ofCoders(values)),
    disagreements: keptDisagreements(document.disagreements, kept),
    variables: mapped(document.variables, (values) => kept.ofCoders(values)),
  }
}

/** Places of the coders and pairs of a document that stay. */
class KeptCoders {
  private readonly coders: number[]
  /** The old places of the pairs that stay, in their order, which is that of the pairs of fewer coders too. */
  private readonly pairs: number[]

  constructor(all: readonly string[], wanted: ReadonlySet<string>) {
    this.coders = all.flatMap((coder, place) => (wanted.has(coder) ? [place] : []))
    const stays = new Set(this.coders)
    this.pairs = coderPairs(all.length).flatMap(([i, j], pair) => (stays.has(i) && stays.has(j) ? [pair] : []))
  }

  ofCoders<Value>(values: readonly Value[]): Value[] {
    return at(values, this.coders)
  }

  /** @param size numbers per pair */
  ofPairs<Value>(values: readonly Value[], size = 1): Value[] {
    if (size === 1) return at(values, this.pairs)
    return this.pairs.flatMap((pair) => values.slice(pair * size, (pair + 1) * size))
  }

  /** Entries that begin with the place of their pair. */
  entries(flat: readonly number[]): number[] {
    const newPlaces = new Map(this.pairs.map((pair, place) => [pair, place]))
    const entries: number[] = []
    for (let from = 0; from < flat.length; from += entrySize) {
      const pair = newPlaces.get(flat[from] ?? -1)
      if (pair !== undefined) entries.push(pair, ...flat.slice(from + 1, from + entrySize))
    }
    return entries
  }
}

/** Numbers in an entry of a ValueTable and of the offsets. */
const entrySize = 4

function keptLevel(level: LevelStatistics, kept: KeptCoders): LevelStatistics {
  return { ...keptPresence(level, kept), sets: mapped(level.sets, (table) => keptValues(table, kept)) }
}

function keptPresence({ units, presence }: PresenceTables, kept: KeptCoders): PresenceTables {
  const entries = Object.entries(presence).map(([variable, counts]) => [variable, kept.ofPairs(counts, 3)] as const)
  return { units, presence: Object.fromEntries(entries.filter(([, counts]) => counts.some((count) => count > 0))) }
}

function keptValues({ values, cells }: ValueTable, kept: KeptCoders): ValueTable {
  const entries = kept.entries(cells)
  const used = [...new Set(entries.filter((place, i) => (i % entrySize === 1 || i % entrySize === 2) && place >= 0))]
  used.sort((one, other) => one - other)
  const newPlaces = new Map(used.map((place, i) => [place, i]))
  const isValue = (i: number) => i % entrySize === 1 || i % entrySize === 2
  return {
    values: at(values, used),
    cells: entries.map((number, i) => (isValue(i) ? (newPlaces.get(number) ?? -1) : number)),
  }
}

function keptCode(code: CodeSpans, kept: KeptCoders): CodeSpans {
  return {
    annotations: kept.ofCoders(code.annotations),
    united: kept.ofCoders(code.united),
    matched: mapped(code.matched, (matched) => kept.ofPairs(matched)),
    compared: mapped(code.compared, (compared) => kept.ofPairs(compared)),
    offsets: kept.entries(code.offsets),
    unitizing: kept.ofPairs(code.unitizing),
    attributes: mapped(code.attributes, (tables) => mapped(tables, (table) => keptValues(table, kept))),
  }
}

function keptFamily({ codes, unitizing, relevant, confusion }: FamilySpans, kept: KeptCoders): FamilySpans {
  return {
    codes,
    unitizing: kept.ofPairs(unitizing),
    relevant: kept.ofPairs(relevant),
    confusion: keptValues(confusion, kept),
  }
}

/** What lies in one cluster because of a coder who is left out, nothing tells: clusters are not counted then. */
function keptDisagreements({ differences }: Disagreements, kept: KeptCoders): Disagreements {
  const ofSubjects = Object.entries(differences).flatMap(([subject, types]) => {
    const ofTypes = Object.entries(types).flatMap(([type, counts]) => {
      const own = kept.ofPairs(counts)
      return own.some((count) => count > 0) ? [[type, own] as const] : []
    })
    return ofTypes.length > 0 ? [[subject, Object.fromEntries(ofTypes)] as const] : []
  })
  return { differences: Object.fromEntries(ofSubjects), clusters: null }
}

function at<Value>(values: readonly Value[], places: readonly number[]): Value[] {
  return values.filter((_, place) => places.includes(place))
}

/** The same keys with other values. */
function mapped<Key extends string, Value, Result>(
  record: { readonly [key in Key]?: Value },
  change: (value: Value) => Result,
): Record<Key, Result> {
  const entries = Object.entries<Value | undefined>(record)
  return Object.fromEntries(
    entries.flatMap(([key, value]) => (value === undefined ? [] : [[key, change(value)]])),
  ) as Record<Key, Result>
}
