import type { AttributeValue, Segment } from '@/lib/coding/annotation'
import type { Codebook } from '@/lib/coding/codebook'
import { attributesOf } from '@/lib/coding/codes'
import { unite } from '@/lib/coding/united-spans'
import { sameValue } from '../../coding-desk/annotations/same-value'
import { answerText } from '../../coding-desk/questions/answer-text'
import { inOrder, united } from '../../coding-desk/shaping/segments'
import type { Group } from '../compare/groups'
import type { Member } from '../compare/members'
import { shared } from '../compare/stretches'
import { visibleWords } from '../compare/visible-words'
import { type Voice, voicesOf } from '../compare/voices'
import { mergeTexts as texts } from '../texts/merge-texts'

type Part = Segment['part']

/** One of the ways in which the readings of a group can become one. */
export interface MergeChoice {
  id: string
  label: string
  /** What becomes of it: a code, stretches of one part, or an answer (undefined: none). */
  value: unknown
  /** How many readings say so. */
  support: number
}

/** Something on which the annotations of a group differ, with what can become of it. */
export interface MergeQuestion {
  /** "group:code", "group:place content", "group:attribute voice": its name among all choices. */
  key: string
  label: string
  choices: MergeChoice[]
  /** What more than half of the readings say, chosen unless the reviewer says otherwise; null where nothing is. */
  usual: string | null
}

/** What the reviewer chose, by the key of the question. */
export type MergeChoices = Readonly<Record<string, string>>

interface Merging {
  codebook: Codebook
  slice(span: { start: number; end: number }): string
}

interface Said<Value> {
  value: Value
  names: string[]
  support: number
}

/** What the voices say on one thing, each once, in the order of the first to say it. */
function saidBy<Value>(voices: readonly Voice[], sayingOf: (voice: Voice) => Value): Said<Value>[] {
  const said: Said<Value>[] = []
  for (const voice of voices) {
    const value = sayingOf(voice)
    const same = said.find((one) => sameValue(one.value, value))
    if (same) {
      same.names.push(voice.name)
      same.support += voice.members.length
    } else said.push({ value, names: [voice.name], support: voice.members.length })
  }
  return said
}

/** What more than half say, if there is such a thing. */
function usualOf(choices: readonly MergeChoice[], all: number): string | null {
  return choices.find(({ support }) => support * 2 > all)?.id ?? null
}

function question(key: string, label: string, choices: MergeChoice[], voices: readonly Voice[]): MergeQuestion {
  const all = voices.reduce((sum, { members }) => sum + members.length, 0)
  return { key, label, choices, usual: usualOf(choices, all) }
}

function codeQuestion(group: Group, { codebook }: Merging): MergeQuestion {
  const label = (key: string) => codebook.codes.find((code) => code.key === key)?.label ?? key
  const choices = saidBy(group.voices, ({ annotation }) => annotation.code).map(({ value, names, support }) => ({
    ...{ id: value, value, support },
    label: texts.as(names.join(', '), label(value)),
  }))
  return question(`${group.index}:code`, texts.code, choices, group.voices)
}

const segmentsOf = ({ annotation }: Voice, part: Part) => annotation.segments.filter((segment) => segment.part === part)

const withPart = (spans: readonly { start: number; end: number }[], part: Part): Segment[] =>
  spans.map(({ start, end }) => ({ part, start, end }))

/** All words, or only the shared ones: offered where that is none of the readings already. */
function madeOfAll(said: readonly Said<Segment[]>[], part: Part): MergeChoice[] {
  const places = said.map(({ value }) => value).filter((place) => place.length > 0)
  const union = withPart(unite(places.flat()), part)
  const [first = [], ...others] = places
  const common = withPart(
    others.reduce<{ start: number; end: number }[]>((kept, place) => shared(kept, place), unite(first)),
    part,
  )
  const isNew = (place: Segment[]) => place.length > 0 && !said.some(({ value }) => sameValue(value, place))
  return [
    ...(isNew(union) ? [{ id: 'union', label: texts.union, value: union, support: 0 }] : []),
    ...(isNew(common) && !sameValue(common, union)
      ? [{ id: 'intersection', label: texts.intersection, value: common, support: 0 }]
      : []),
  ]
}

function placeQuestion(group: Group, part: Part, { slice }: Merging): MergeQuestion {
  const said = saidBy(group.voices, (voice) => segmentsOf(voice, part))
  const words = (place: readonly Segment[]) => place.map((segment) => visibleWords(slice(segment))).join(' … ')
  const choices = said.map(({ value, names, support }, index) => ({
    ...{ id: `${index}`, value, support },
    label: texts.as(names.join(', '), value.length > 0 ? texts.shortened(words(value)) : texts.noPart),
  }))
  const label = part === 'span' ? texts.place : texts.places[part]
  return question(`${group.index}:place ${part}`, label, [...choices, ...madeOfAll(said, part)], group.voices)
}

/** Both answers, or what both name, of a question that takes several. */
function listsOfAll(said: readonly Said<AttributeValue | undefined>[]): MergeChoice[] {
  const lists = said.flatMap(({ value }) => (Array.isArray(value) ? [value] : []))
  const all = [...new Set(lists.flat())]
  const [first = [], ...others] = lists
  const common = first.filter((one) => others.every((list) => list.includes(one)))
  const isNew = (list: readonly string[]) =>
    list.length > 0 && !lists.some((known) => sameValue([...known].sort(), [...list].sort()))
  return [
    ...(isNew(all) ? [{ id: 'union', label: texts.allAnswers, value: all, support: 0 }] : []),
    ...(isNew(common) ? [{ id: 'intersection', label: texts.sharedAnswers, value: common, support: 0 }] : []),
  ]
}

function attributeQuestion(group: Group, key: string, { codebook }: Merging): MergeQuestion {
  const attribute = codebook.attributes[key]
  const said = saidBy(group.voices, ({ annotation }) => annotation.compared[key])
  const words = (value: AttributeValue | undefined) => (attribute ? answerText(attribute, value) : String(value ?? ''))
  const choices: MergeChoice[] = said.map(({ value, names, support }, index) => ({
    ...{ id: `${index}`, value, support },
    label: texts.as(names.join(', '), words(value)),
  }))
  const label = attribute?.label ?? key
  return question(`${group.index}:attribute ${key}`, label, [...choices, ...listsOfAll(said)], group.voices)
}

/** One voice per reading: what one coder split in two is one stretch with a gap, so that it can be held against others. */
function onePerReading({ voices }: Group): Voice[] {
  const byReading = new Map<string, Member[]>()
  for (const member of voices.flatMap(({ members }) => members)) {
    byReading.set(member.reading, [...(byReading.get(member.reading) ?? []), member])
  }
  const whole = [...byReading].flatMap(([reading, members]): Member[] => {
    const [first] = members
    if (!first || members.length === 1) return first ? [first] : []
    const segments = inOrder(united(members.flatMap(({ annotation }) => annotation.segments)))
    return [{ ...first, name: reading, annotation: { ...first.annotation, segments } }]
  })
  return voicesOf(whole)
}

/** Everything that has to be said to make one annotation of a group, what all agree on included. */
export function allQuestions(asked: Group, choices: MergeChoices, merging: Merging): MergeQuestion[] {
  const group = { ...asked, voices: onePerReading(asked) }
  const ofCode = codeQuestion(group, merging)
  const chosen = chosenOf(ofCode, choices)?.value
  const code = merging.codebook.codes.find(({ key }) => key === chosen)
  const parts = (['span', 'content', 'source', 'cue'] as const).filter((part) =>
    group.voices.some((voice) => segmentsOf(voice, part).length > 0),
  )
  const attributes = code ? attributesOf(merging.codebook, code) : []
  return [
    ofCode,
    ...parts.map((part) => placeQuestion(group, part, merging)),
    ...attributes.map(({ key }) => attributeQuestion(group, key, merging)),
  ]
}

/** What is chosen for a question, by the reviewer or since more than half say so. */
export function chosenOf({ key, choices, usual }: MergeQuestion, made: MergeChoices): MergeChoice | undefined {
  return choices.find(({ id }) => id === made[key]) ?? choices.find(({ id }) => id === usual)
}

/** The questions of a group on which its readings differ. */
export function openQuestions(group: Group, choices: MergeChoices, merging: Merging): MergeQuestion[] {
  return allQuestions(group, choices, merging).filter((one) => one.choices.length > 1)
}
