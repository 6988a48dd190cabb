import { attributesOf } from '@/lib/coding/codes'
import { missingAttributes } from '@/lib/coding/rules'
import { shortQuote } from '../annotations/desk-annotations'
import { answer, type DeskAnnotation } from '../annotations/edits'
import { questionTexts } from '../texts/question-texts'
import type { Desk } from '../use-desk'
import { nameOf, nameOffers } from './name-offers'

const { take: texts } = questionTexts

/** Code points; an answer holds twice as many UTF-16 code units. */
const longestWords = 250

/** A question of the annotation that was in hand before, which the selected words can answer. */
export interface WordsUse {
  key: string
  question: string
  multiple: boolean
}

/** The questions that take a name, those that must still be answered first. */
export function wordsUses({ codebook, codes }: Desk, annotation: DeskAnnotation): WordsUse[] {
  const code = codes.get(annotation.value.code)
  if (!code) return []
  const missing = missingAttributes(annotation.value, codebook)
  return attributesOf(codebook, code)
    .filter(({ attribute }) => attribute.type === 'entity_ref')
    .map(({ key, attribute }) => ({ key, question: attribute.label, multiple: attribute.multiple }))
    .sort((a, b) => Number(missing.includes(b.key)) - Number(missing.includes(a.key)))
}

/** Answers a question of the annotation that was in hand before with the selected words, and takes it in hand again. */
export function takeWords(desk: Desk, use?: WordsUse): void {
  const { view, annotations, selection, recent, positions } = desk
  const [first] = recent ? wordsUses(desk, recent) : []
  const chosen = use ?? first
  if (!desk.canEdit) return
  if (!selection || !recent || !chosen) {
    desk.explain(texts.nothing)
    return
  }
  const words = nameOf(nameOffers(view, annotations), [...positions.slice(selection)].slice(0, longestWords).join(''))
  desk.edit(recent.id, (now) => {
    const given = now.value.attributes[chosen.key]
    const others = Array.isArray(given) ? given.filter((one) => one !== words) : []
    return answer(now, chosen.key, chosen.multiple ? [...others, words] : words)
  })
  desk.collapse()
  desk.choose(recent.id)
  desk.say(texts.taken(chosen.question, shortQuote(words)))
}
