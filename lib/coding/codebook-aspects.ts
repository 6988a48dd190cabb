import type { Attribute, Code, Codebook } from './codebook'

/** What can change in a codebook, as far as it changes what a code means or how it is coded. */
export type ChangedAspect =
  | 'added'
  | 'removed'
  | 'switched_on'
  | 'switched_off'
  | 'label'
  | 'description'
  | 'definition'
  | 'include'
  | 'exclude'
  | 'examples'
  | 'near_misses'
  | 'notes'
  | 'parts'
  | 'attributes'
  | 'family'
  | 'parent'
  | 'shortcut'
  | 'look'
  | 'level'
  | 'alpha_min'
  | 'question'
  | 'help'
  | 'type'
  | 'multiple'
  | 'required'
  | 'condition'
  | 'default'
  | 'measurement'
  | 'values'
  | 'ends'
  | 'rules'

/** One line: two are the same when their ids are, whatever they are called. */
export interface Line {
  id: string
  words: string
}

/** The lines of one aspect of a subject. */
export type Aspects<Subject> = [ChangedAspect, (subject: Subject, codebook: Codebook) => Line[]][]

const line = (words: string, id = words): Line => ({ id, words })
const text = (words: string | number | undefined) => (words === undefined || words === '' ? [] : [line(String(words))])
const list = (lines: readonly string[]) => lines.map((words) => line(words))
const explained = (words: string, explanation: string) => (explanation ? `${words} – ${explanation}` : words)

export const ofCodebook: Aspects<Codebook> = [
  ['label', ({ title }) => text(title)],
  ['description', ({ description }) => text(description)],
]

/** The rules for all codes, which stand at the end. */
export const ofRules: Aspects<Codebook> = [['rules', ({ rules }) => list(rules)]]

export const ofCode: Aspects<Code> = [
  ['label', ({ label }) => text(label)],
  ['definition', ({ definition }) => text(definition)],
  ['include', ({ include }) => list(include)],
  ['exclude', ({ exclude }) => list(exclude)],
  ['examples', ({ examples }) => examples.map((one) => line(explained(one.text, one.note), JSON.stringify(one)))],
  ['near_misses', ({ nearMisses }) => nearMisses.map((one) => line(explained(one.text, one.why), JSON.stringify(one)))],
  ['notes', ({ notes }) => list(notes)],
  ['parts', ({ parts }) => list(parts)],
  [
    'attributes',
    ({ attributeKeys }, { attributes }) => attributeKeys.map((key) => line(labelOf(attributes, key), key)),
  ],
  ['family', ({ family }, { families }) => [line(families.find(({ key }) => key === family)?.label ?? family, family)]],
  ['parent', ({ parentKey }, codebook) => (parentKey ? [line(codeLabel(codebook, parentKey), parentKey)] : [])],
  ['shortcut', ({ shortcut }) => text(shortcut)],
  ['look', ({ colour, pattern }) => [line(`${pattern}, ${colour.toLowerCase()}`)]],
  ['level', ({ level }) => text(level)],
  ['alpha_min', ({ alphaMin }) => text(alphaMin)],
]

export const ofAttribute: Aspects<Attribute> = [
  ['label', ({ label }) => text(label)],
  ['question', ({ question }) => text(question)],
  ['help', ({ help }) => text(help)],
  ['type', ({ type }) => text(type)],
  ['multiple', ({ multiple }) => yesNo(multiple)],
  ['required', ({ required }) => yesNo(required)],
  ['condition', ({ requiredIf }) => text(requiredIf)],
  ['default', (attribute) => text(defaultOf(attribute))],
  ['measurement', ({ level }) => text(level)],
  ['values', ({ values }) => values.map((value) => line(valueWords(value), JSON.stringify(value)))],
]

export const ofFamily: Aspects<Codebook['families'][number]> = [['label', ({ label }) => text(label)]]

export const ofVariable: Aspects<Codebook['variables'][number]> = [
  ['label', ({ label }) => text(label)],
  ['type', ({ type }) => text(type)],
  ['required', ({ required }) => yesNo(required)],
  ['measurement', ({ level }) => text(level)],
  ['values', ({ values }) => list(values)],
]

export const ofRelation: Aspects<Codebook['relations'][number]> = [
  ['label', ({ label }) => text(label)],
  ['ends', ({ from, to }) => [...from.map((key) => line(`from ${key}`)), ...to.map((key) => line(`to ${key}`))]],
]

function yesNo(is: boolean): Line[] {
  return [line(is ? 'yes' : 'no')]
}

function labelOf(things: Readonly<Record<string, { label: string }>>, key: string): string {
  return Object.hasOwn(things, key) ? (things[key]?.label ?? key) : key
}

function codeLabel({ codes }: Codebook, parent: string): string {
  return codes.find(({ key }) => key === parent)?.label ?? parent
}

function defaultOf({ default: value, values }: Attribute): string | undefined {
  return value === undefined ? undefined : (values.find(({ id }) => id === value)?.label ?? String(value))
}

function valueWords({ id, label, definition }: Attribute['values'][number]): string {
  return explained(label.toLowerCase().replaceAll(' ', '_') === id ? label : `${label} (${id})`, definition)
}
