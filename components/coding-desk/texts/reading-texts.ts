import type { Segment } from '@/lib/coding/annotation'
import type { Region } from '@/lib/coding/coding-view'

const count = (n: number, one: string, many: string) => `${n.toLocaleString('en')} ${n === 1 ? one : many}`

const regions: Record<Exclude<Region['kind'], 'body'>, string> = {
  headline: 'Headline',
  byline: 'Byline',
  boilerplate: 'Boilerplate',
}

const parts: Record<Segment['part'], string> = { span: 'part', source: 'source', cue: 'cue', content: 'content' }

/** The text of the article, and how it is shown. */
export const readingTexts = {
  regions,
  /** The name of a segment among those of its annotation, e.g. "content 2 of 3". */
  segment: (part: Segment['part'], at: number, of: number) => (of > 1 ? `${parts[part]} ${at} of ${of}` : parts[part]),
  unsure: 'unsure',
  stack: {
    label: (n: number) => `${count(n, 'annotation', 'annotations')} on these words`,
  },
  type: {
    button: 'Text',
    label: 'How the text is set',
    typeface: 'Typeface',
    serif: 'Serif',
    sans: 'Sans serif',
    size: 'Size',
    smaller: 'Smaller',
    larger: 'Larger',
    percent: (size: number) => `${Math.round(size * 100)} %`,
    numbers: 'Number the paragraphs',
  },
  show: {
    button: 'Show',
    label: 'What is shown in the text',
    all: 'All codes',
    only: (family: string) => `Only ${family}`,
    families: 'One family',
    codes: 'Single codes',
    finished: 'Hide finished ones',
    finishedHint: 'Annotations that lack nothing',
    hidden: (n: number) => `${count(n, 'annotation is', 'annotations are')} hidden in the text`,
    badge: (n: number) => `${n.toLocaleString('en')} hidden`,
    showAll: 'Show all',
  },
} as const
