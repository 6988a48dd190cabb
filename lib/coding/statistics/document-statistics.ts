import type {
  CodeSpans,
  DocumentStatistics,
  FamilySpans,
  LevelStatistics,
  PresenceLevel,
} from '../../agreement/report/document-statistics'
import type { Codebook } from '../codebook'
import { spanCodes } from '../codes'
import { documentExportId } from '../export-ids'
import { disagreementCounts } from '../review/counts'
import type { UnitDocument } from '../unit-index'
import { coderNumbers } from './coder-numbers'
import { CountedText } from './counted-text'
import { familySets } from './family-sets'
import { framingCodes } from './framing-key'
import { type PlacedAnnotation, placedAnnotations } from './placed-annotations'
import { framingVariables, type PresenceSource, presenceMarks, presenceVariants } from './presence-statistics'
import { compareSpans } from './span-comparison'
import { byCoder, type SubmittedAnnotations } from './submitted-annotations'
import type { UnitMarks } from './unit-marks'
import { relevanceRows, unitedAnnotations, unitizingRows } from './unitizing-rows'
import { ownValue, valueText } from './value-text'

/**
 * What a document and what its coders submitted contribute to the agreement report. Boilerplate is no part of the text:
 * all positions are those of the rest. Annotations whose code is not an enabled code for spans, and those with nothing
 * but white space outside boilerplate, are nowhere in it.
 * @param codings at most one per coder, all submitted; in any order
 * @throws RangeError when a coder has two codings
 */
export function documentStatistics(
  document: UnitDocument,
  codings: readonly SubmittedAnnotations[],
  codebook: Codebook,
): DocumentStatistics {
  const submitted = byCoder(codings)
  const text = new CountedText(document, 'left_out')
  const placed = submitted.map((coding) => placedAnnotations(coding, codebook, text))
  const source = presenceSource(document, text, submitted, codebook)
  const marks = presenceMarks(source)
  const families = familiesOf(codebook)
  const levels = levelStatistics(marks, [...source.codes, ...framingVariables(source)], families)
  return {
    documentId: documentExportId(document.number),
    coders: submitted.map(({ coder }) => coder),
    words: levels.token.units,
    levels,
    variants: presenceVariants(source, levels),
    ...spanStatistics(placed, text.length, codebook, families),
    numbers: coderNumbers(placed, codebook, levels.token.units),
    disagreements: disagreementCounts(
      document,
      submitted.map((coding, i) => ({ ...coding, counted: (placed[i] ?? []).map((one) => one.submitted) })),
      codebook,
    ),
    variables: documentVariables(submitted, codebook),
  }
}

function presenceSource(
  document: UnitDocument,
  text: CountedText,
  submitted: readonly SubmittedAnnotations[],
  codebook: Codebook,
): PresenceSource {
  const codes = spanCodes(codebook).map(({ key }) => key)
  const known = new Set(codes)
  const annotations = submitted.map((coding) => coding.annotations.filter(({ code }) => known.has(code)))
  return { document, text, annotations, codes, framing: framingCodes(codebook) }
}

/** The enabled codes for spans by family, both in the codebook's order of codes. */
function familiesOf(codebook: Codebook): Map<string, string[]> {
  const families = new Map<string, string[]>()
  for (const { key, family } of spanCodes(codebook)) families.set(family, [...(families.get(family) ?? []), key])
  return families
}

function levelStatistics(
  marks: Record<PresenceLevel, UnitMarks>,
  variables: readonly string[],
  families: ReadonlyMap<string, readonly string[]>,
): Record<PresenceLevel, LevelStatistics> {
  const at = (level: PresenceLevel): LevelStatistics => {
    const sets =
      level === 'character' ? [] : Array.from(families, ([key, codes]) => [key, familySets(marks[level], codes)])
    return { ...marks[level].tables(variables), sets: Object.fromEntries(sets) }
  }
  return {
    character: at('character'),
    token: at('token'),
    sentence: at('sentence'),
    paragraph: at('paragraph'),
    document: at('document'),
  }
}

function spanStatistics(
  byCoder: readonly PlacedAnnotation[][],
  length: number,
  codebook: Codebook,
  families: ReadonlyMap<string, string[]>,
): Pick<DocumentStatistics, 'codes' | 'families'> {
  const compared = compareSpans(byCoder, codebook)
  const pieces = { length, byCoder }
  const codes = Array.from(compared.codes, ([code, spans]): [string, CodeSpans] => {
    const own = byCoder.map((annotations) => annotations.filter((annotation) => annotation.code.key === code))
    return [
      code,
      {
        annotations: own.map((annotations) => annotations.length),
        united: own.map(unitedAnnotations),
        ...spans,
        unitizing: unitizingRows({ length, byCoder: own }, [code]).map((row) => row ?? []),
      },
    ]
  })
  const ofFamilies = Array.from(compared.confusions, ([family, confusion]): [string, FamilySpans] => {
    const own = families.get(family) ?? []
    return [
      family,
      { codes: own, unitizing: unitizingRows(pieces, own), relevant: relevanceRows(pieces, family), confusion },
    ]
  })
  return { codes: Object.fromEntries(codes), families: Object.fromEntries(ofFamilies) }
}

function documentVariables(
  submitted: readonly SubmittedAnnotations[],
  codebook: Codebook,
): DocumentStatistics['variables'] {
  const given = submitted.map(({ variables }) =>
    Object.fromEntries(variables.map(({ variable, value }) => [variable, value])),
  )
  const enabled = codebook.variables.filter((variable) => variable.enabled)
  return Object.fromEntries(enabled.map(({ key }) => [key, given.map((values) => valueText(ownValue(values, key)))]))
}
