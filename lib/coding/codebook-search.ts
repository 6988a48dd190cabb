import type { Code, Codebook } from './codebook'
import { attributesOf } from './codes'

/** Where in the codebook something stands. */
export type PassagePlace =
  | 'name'
  | 'definition'
  | 'include'
  | 'exclude'
  | 'example'
  | 'near_miss'
  | 'note'
  | 'question'
  | 'rule'

/** A piece of the codebook that can be found. */
export interface Passage {
  /** Key of the code it belongs to; null for questions and for the rules of all codes. */
  code: string | null
  place: PassagePlace
  text: string
}

/** More than this nobody reads; a longer query finds less. */
const mostFound = 60

/** Without case and accents: "sante" finds "Santé". */
function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}

const joined = (...parts: string[]) => parts.filter(Boolean).join(' – ')

function passagesOf(code: Code): Passage[] {
  const at = (place: PassagePlace, texts: readonly string[]) =>
    texts.filter(Boolean).map((text): Passage => ({ code: code.key, place, text }))
  return [
    ...at('name', [code.label]),
    ...at('definition', [code.definition]),
    ...at('include', code.include),
    ...at('exclude', code.exclude),
    ...at(
      'example',
      code.examples.map(({ text, note }) => joined(text, note)),
    ),
    ...at(
      'near_miss',
      code.nearMisses.map(({ text, why }) => joined(text, why)),
    ),
    ...at('note', code.notes),
  ]
}

/** The questions that the codes ask, each once, however many codes ask it. */
function questionsOf(codebook: Codebook, codes: readonly Code[]): string[] {
  const asked = new Map(
    codes.flatMap((code) => attributesOf(codebook, code)).map(({ key, attribute }) => [key, attribute]),
  )
  return [...asked.values()].flatMap(({ label, question, help, values }) => [
    joined(label, question, help),
    ...values.map((value) => joined(`${label}: ${value.label}`, value.definition)),
  ])
}

/** All that the codebook says to coders: code by code, then the questions, then the rules. */
export function codebookPassages(codebook: Codebook): Passage[] {
  const codes = codebook.codes.filter(({ enabled }) => enabled)
  const variables = codebook.variables.filter(({ enabled }) => enabled)
  return [
    ...codes.flatMap(passagesOf),
    ...[...questionsOf(codebook, codes), ...variables.map(({ label, values }) => joined(label, ...values))].map(
      (text): Passage => ({ code: null, place: 'question', text }),
    ),
    ...codebook.rules.map((text): Passage => ({ code: null, place: 'rule', text })),
  ]
}

/**
 * The passages that hold every word of the query, in any order, case and accents aside; names of codes first.
 * @param passages as `codebookPassages` gives them
 */
export function searchCodebook(passages: readonly Passage[], query: string): Passage[] {
  const words = folded(query).split(/\s+/u).filter(Boolean)
  if (words.length === 0) return []
  const found = passages.filter(({ text }) => {
    const hay = folded(text)
    return words.every((word) => hay.includes(word))
  })
  const isName = ({ place }: Passage) => place === 'name'
  return [...found.filter(isName), ...found.filter((one) => !isName(one))].slice(0, mostFound)
}
