import {
  type DocumentStatistics,
  type PresenceLevel,
  type PresenceTables,
  presenceLevels,
} from '../../agreement/report/document-statistics'
import { CharacterKinds } from '../../text/spans'
import type { UnitDocument } from '../unit-index'
import { CountedText } from './counted-text'
import { framingsOf } from './framing-key'
import type { SubmittedAnnotation } from './submitted-annotations'
import { characterCut, type FrozenLevel, halfUnits, type UnitCut, wholeUnits } from './unit-cut'
import { UnitMarks } from './unit-marks'

/** What the presence of variables rests on. */
export interface PresenceSource {
  document: UnitDocument
  /** The text that counts in the main figures. */
  text: CountedText
  /** Per coder all annotations of enabled codes for spans. */
  annotations: readonly (readonly SubmittedAnnotation[])[]
  /** Keys of the enabled codes for spans, in the codebook's order. */
  codes: readonly string[]
  /** Those of them that take a target and a voice. */
  framing: ReadonlySet<string>
}

type Variants = DocumentStatistics['variants']

/** Which units have which codes and, from tokens up, which framings. */
export function presenceMarks(source: PresenceSource): Record<PresenceLevel, UnitMarks> {
  const { document, text, annotations } = source
  const variablesOf = variableFinder(source.framing)
  const marksAt = (level: FrozenLevel) => marksOf(wholeUnits(document, text, level), annotations, variablesOf)
  return {
    character: marksOf(characterCut(text, 'trimmed'), annotations, codeOnly),
    token: marksAt('token'),
    sentence: marksAt('sentence'),
    paragraph: marksAt('paragraph'),
    document: marksAt('document'),
  }
}

/** All framings that anybody used, sorted. */
export function framingVariables({ annotations, framing }: PresenceSource): string[] {
  const used = annotations.flat().filter(({ code }) => framing.has(code))
  return [...new Set(used.flatMap(({ code, attributes }) => framingsOf(code, attributes)))].sort()
}

/** The presence of codes under the other rules of counting, as far as it differs from `main`. */
export function presenceVariants(source: PresenceSource, main: Record<PresenceLevel, PresenceTables>): Variants {
  const { document, text, annotations, codes } = source
  const frozen = presenceLevels.filter((level) => level !== 'character')
  const whole = (of: CountedText) => [
    ['character', characterCut(of, 'trimmed')] as const,
    ...frozen.map((level) => [level, wholeUnits(document, of, level)] as const),
  ]
  const differing = (cuts: readonly (readonly [PresenceLevel, UnitCut])[], of = annotations) =>
    Object.fromEntries(
      cuts
        .map(([level, cut]) => [level, marksOf(cut, of, codeOnly).tables(codes)] as const)
        .filter(([level, tables]) => !sameTables(tables, main[level], codes)),
    )
  const certain = annotations.map((own) => own.filter(({ unsure }) => !unsure))
  const anyUnsure = certain.some((own, coder) => own.length < (annotations[coder]?.length ?? 0))
  const counted = document.regions.some(({ kind }) => kind === 'boilerplate')
    ? new CountedText(document, 'counted', new CharacterKinds(document.text))
    : text
  return {
    certain_only: anyUnsure ? differing(whole(text), certain) : {},
    with_boilerplate: counted === text ? {} : differing(whole(counted)),
    half_of_span: differing(frozen.map((level) => [level, halfUnits(document, text, level)])),
    untrimmed: isUntrimmed(source) ? differing([['character', characterCut(text, 'untrimmed')]]) : {},
  }
}

/** Whether any segment has white space at an end. */
function isUntrimmed({ text, annotations }: PresenceSource): boolean {
  return annotations.flat().some(({ segments }) =>
    segments.some((segment) => {
      const [whole, trimmed] = [text.positionsOf(segment), text.trimmed(segment)]
      return whole.start !== trimmed.start || whole.end !== trimmed.end
    }),
  )
}

type VariablesOf = (annotation: SubmittedAnnotation) => readonly string[]

const codeOnly: VariablesOf = ({ code }) => [code]

/** The code and the framings of each annotation, found once. */
function variableFinder(framing: ReadonlySet<string>): VariablesOf {
  const found = new Map<SubmittedAnnotation, string[]>()
  return (annotation) => {
    const known = found.get(annotation)
    if (known) return known
    const { code, attributes } = annotation
    const variables = framing.has(code) ? [code, ...framingsOf(code, attributes)] : [code]
    found.set(annotation, variables)
    return variables
  }
}

function marksOf(cut: UnitCut, annotations: PresenceSource['annotations'], variablesOf: VariablesOf): UnitMarks {
  const marks = new UnitMarks(cut.units, annotations.length)
  annotations.forEach((own, coder) => {
    for (const annotation of own) {
      const variables = variablesOf(annotation)
      for (const segment of annotation.segments) {
        const reached = cut.reached(segment)
        for (const variable of variables) marks.mark(variable, coder, reached)
      }
    }
  })
  return marks
}

function sameTables(tables: PresenceTables, main: PresenceTables, codes: readonly string[]): boolean {
  return (
    tables.units === main.units &&
    codes.every((code) => {
      const [one, other] = [tables.presence[code], main.presence[code]]
      return one === other || (one?.length === other?.length && one?.every((number, i) => number === other?.[i]))
    })
  )
}
