import type { AttributeValue, Segment } from '@/lib/coding/annotation'
import type { Codebook } from '@/lib/coding/codebook'
import { attributesOf } from '@/lib/coding/codes'
import type { ReadingView } from '@/lib/coding/review/review-view'
import type { ReviewedAnnotation } from '@/lib/coding/review/reviewed-document'
import { sameValue } from '../../coding-desk/annotations/same-value'
import { answerText } from '../../coding-desk/questions/answer-text'
import { isEmpty } from '../../coding-desk/questions/required'
import { compareTexts as texts } from '../texts/compare-texts'
import type { Voice } from './voices'

/** One thing on which the annotations of a group are compared. */
export interface Row {
  key: string
  label: string
  /** What each voice says, in their order; null where its code asks nothing of the kind. */
  cells: (string | null)[]
  differs: boolean
}

interface Comparing {
  codebook: Codebook
  /** The words of a stretch, code points. */
  slice(span: { start: number; end: number }): string
}

function rowOf(key: string, label: string, cells: Row['cells'], values: readonly unknown[]): Row {
  const asked = values.filter((_, index) => cells[index] !== null)
  return { key, label, cells, differs: asked.some((value) => !sameValue(value, asked[0])) }
}

/** Keys of the attributes that any of the codes asks for, in the codebook's order. */
function askedKeys(voices: readonly Voice[], codebook: Codebook): string[] {
  const keys = new Set(
    voices.flatMap(({ annotation }) => {
      const code = codebook.codes.find(({ key }) => key === annotation.code)
      const asked = code ? attributesOf(codebook, code).map(({ key }) => key) : []
      return [...asked, ...Object.keys(annotation.attributes)]
    }),
  )
  return [
    ...Object.keys(codebook.attributes).filter((key) => keys.has(key)),
    ...[...keys].filter((key) => !codebook.attributes[key]),
  ]
}

function asks(codebook: Codebook, { code: codeKey, attributes }: ReviewedAnnotation, key: string): boolean {
  const code = codebook.codes.find((one) => one.key === codeKey)
  return attributes[key] !== undefined || (code?.attributeKeys.includes(key) ?? false)
}

/** An answer as it was written, and the name it stands for where that is another one. */
function answerOf({ codebook }: Comparing, key: string, { attributes, compared }: ReviewedAnnotation): string {
  const attribute = codebook.attributes[key]
  const words = (value: AttributeValue | undefined) =>
    attribute ? answerText(attribute, value) : value === undefined ? texts.none : String(value)
  const [written, standing] = [words(attributes[key]), words(compared[key])]
  return written === standing || isEmpty(compared[key]) ? written : texts.standsFor(written, standing)
}

/** The attributes, one row each. */
export function attributeRows(voices: readonly Voice[], comparing: Comparing): Row[] {
  const { codebook } = comparing
  return askedKeys(voices, codebook).map((key) => {
    const cells = voices.map(({ annotation }) =>
      asks(codebook, annotation, key) ? answerOf(comparing, key, annotation) : null,
    )
    const values = voices.map(({ annotation }) => annotation.compared[key] ?? null)
    return rowOf(`attribute ${key}`, codebook.attributes[key]?.label ?? key, cells, values)
  })
}

const partsIn = (voices: readonly Voice[]) =>
  (['source', 'cue'] as const).filter((part) =>
    voices.some(({ annotation }) => annotation.segments.some((segment) => segment.part === part)),
  )

/** Source and cue of attributions, one row each. */
export function partRows(voices: readonly Voice[], { slice }: Comparing): Row[] {
  return partsIn(voices).map((part) => {
    const segments = voices.map(({ annotation }) => annotation.segments.filter((segment) => segment.part === part))
    const words = (some: readonly Segment[]) => some.map(slice).join(' … ') || texts.noPart
    return rowOf(`part ${part}`, texts.parts[part], segments.map(words), segments)
  })
}

/** What coders wrote beside it: no difference in coding. */
export function remarkRows(voices: readonly Voice[]): Row[] {
  const notes = voices.map(({ members }) =>
    members.flatMap(({ name, annotation }) => (annotation.note ? [{ name, note: annotation.note }] : [])),
  )
  const unsure = voices.map(({ members }) => members.filter(({ annotation }) => annotation.unsure))
  const row = (key: string, label: string, cells: Row['cells']) => ({ key, label, cells, differs: false })
  return [
    ...(notes.some((some) => some.length > 0)
      ? [
          row(
            'note',
            texts.note,
            notes.map((some) => some.map(({ note }) => note).join('\n')),
          ),
        ]
      : []),
    ...(unsure.some((some) => some.length > 0)
      ? [
          row(
            'unsure',
            texts.unsure,
            unsure.map((some) => (some.length > 0 ? texts.isUnsure : '')),
          ),
        ]
      : []),
  ]
}

/** The version of the codebook, where not all coded under the same. */
export function versionRow(voices: readonly Voice[], readings: readonly ReadingView[]): Row[] {
  const versionOf = (letter: string) => readings.find((one) => one.letter === letter)?.codebookVersion
  const cells = voices.map(({ members }) => [...new Set(members.map(({ reading }) => versionOf(reading)))].join(', '))
  const differs = new Set(readings.map(({ codebookVersion }) => codebookVersion)).size > 1
  return differs ? [{ key: 'version', label: texts.version, cells, differs }] : []
}
