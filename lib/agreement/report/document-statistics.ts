/**
 * What comparing the coders of one document gives: everything the agreement report needs of it, as plain data that can be
 * stored as JSON. It depends on nothing but the document, its submitted codings and the codebook, so it is computed once
 * and cached by content.
 *
 * Figures are kept per pair of coders, because what m coders contribute to any coefficient here is the sum over their
 * pairs, divided by m - 1: the figures of some of the coders, and those without one of them, need no recount. Pairs stand
 * in the order of `coderPairs(coders.length)`.
 */
export interface DocumentStatistics {
  /** As in exports: D0001. */
  documentId: string
  /** Pseudonyms of those who submitted, sorted. */
  coders: string[]
  /** Word tokens outside boilerplate. */
  words: number
  /** Whether units have a code, at every level. */
  levels: Record<PresenceLevel, LevelStatistics>
  /** The same under other rules of counting; levels at which nothing differs from `levels` are left out. */
  variants: Record<PresenceVariant, Partial<Record<PresenceLevel, PresenceTables>>>
  /** The spans of each code of the codebook. */
  codes: Record<string, CodeSpans>
  /** The spans of each family of the codebook that has codes for spans. */
  families: Record<string, FamilySpans>
  /**
   * Counts, rates and derived measures, one value per coder from that coder's own data; null where it is undefined. Beside
   * those that are reported, `named:TARGET`: the annotations that name a target, by which targets are chosen.
   */
  numbers: Record<string, (number | null)[]>
  /** How coders disagree. */
  disagreements: Disagreements
  /** Document variables of the codebook, one value per coder; several values are sorted and joined by |; null = none. */
  variables: Record<string, (string | null)[]>
}

/**
 * Types of disagreement by what they are about: "code:KEY" or "question:KEY" (about the document), "eligibility", and
 * "all", in which everything counts once.
 */
export interface Disagreements {
  /** Per subject and type the differences of each pair of coders. What is not here does not occur. */
  differences: Record<string, Record<string, number[]>>
  /** Per subject the clusters that these differences are found in. Null where not all coders are counted. */
  clusters: Record<string, ClusterCounts> | null
}

export interface ClusterCounts {
  all: number
  /** Those in which nobody differs. */
  agreed: number
  /** Those that have a type; one of several types counts in each. */
  types: Record<string, number>
}

/** What a text is cut into, finest first. A character is a code point. */
export const presenceLevels = ['character', 'token', 'sentence', 'paragraph', 'document'] as const
export type PresenceLevel = (typeof presenceLevels)[number]

/**
 * Other rules of counting, for the sensitivity of the figures: only annotations the coder was sure of; boilerplate counted
 * like other text; a unit has a code only if it holds at least half of the letters and digits of a segment (not asked of
 * characters); segments with the white space at their ends (which changes characters only).
 */
export const presenceVariants = ['certain_only', 'with_boilerplate', 'half_of_span', 'untrimmed'] as const
export type PresenceVariant = (typeof presenceVariants)[number]

/** Presence of variables in the units of one level. */
export interface PresenceTables {
  /** Units that count. */
  units: number
  /**
   * Per variable that anybody marked: for each pair three numbers, the units that only the first coder marked, only the
   * second, and both. A variable that is not here was marked by nobody.
   */
  presence: Record<string, number[]>
}

export interface LevelStatistics extends PresenceTables {
  /** Per family the set of its codes in each unit, "" for none, codes sorted and joined by |. Not at characters. */
  sets: Record<string, ValueTable>
}

/** How often two coders gave which values to the same thing. */
export interface ValueTable {
  /** The values that occur, as text. */
  values: string[]
  /** Four numbers per entry: pair, place of the first coder's value in `values`, the second's, how often. -1 = no value. */
  cells: number[]
}

export const matchRules = ['exact', 'iou50', 'overlap'] as const
/** When two spans of a code are the same: identical; intersection over union of at least .5; any shared position. */
export type SpanMatchRule = (typeof matchRules)[number]

/** The annotations of one code. Their place is the extent of their main segments (span or content). */
export interface CodeSpans {
  /** Annotations of each coder. */
  annotations: number[]
  /** Of these, the annotations that were united with another one of the same coder for the u-alpha family. */
  united: number[]
  /** Spans matched one to one (most pairs possible), per pair. */
  matched: Record<SpanMatchRule, number[]>
  /** Annotations matched one to one by greatest overlap, as attributes are compared, per pair: any overlap, or IoU .5. */
  compared: Record<'overlap' | 'iou50', number[]>
  /**
   * How far boundaries of annotations so matched by overlap lie apart, second coder's minus first's, in code points: pair,
   * offset of the start, offset of the end, how often; four numbers per entry. An offset beyond farthestOffset, either
   * way, counts as farthestOffset + 1, with its sign.
   */
  offsets: number[]
  /** One row per pair of the u-alpha family (u-alpha-sums.ts) with this code as the only one. */
  unitizing: number[][]
  /** Attributes of the code, on annotations so matched. */
  attributes: Record<string, Record<'overlap' | 'iou50', ValueTable>>
}

/** Boundary offsets are told apart up to this many code points. */
export const farthestOffset = 50

export interface FamilySpans {
  /** The enabled codes of the family for spans, in the codebook's order: the values 1... of `unitizing`. */
  codes: string[]
  /** One row per pair of the u-alpha family with these codes; null where one of the two coders stacked codes. */
  unitizing: (number[] | null)[]
  /** The same with all these codes as one, for |u-alpha: overlapping annotations are united, so it is never null. */
  relevant: number[][]
  /** Which codes two coders gave to spans matched by overlap whatever their code; "" where a span has no partner. */
  confusion: ValueTable
}
