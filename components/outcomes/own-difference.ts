import type { Codebook } from '@/lib/coding/codebook'
import { documentQuestions } from '@/lib/coding/document-questions'
import type { OwnDifference } from '@/lib/coding/review/own-outcome'
import { boundaryTypes, outcomes } from '../words/outcomes'

const { ways } = outcomes

/** What things are called in a codebook; what it does not know keeps its key. */
export class CodebookNames {
  readonly #codes: ReadonlyMap<string, string>
  readonly #attributes: Codebook['attributes']
  readonly #questions: ReadonlyMap<string, string>
  readonly #relations: ReadonlyMap<string, string>

  constructor(codebook: Codebook) {
    this.#codes = new Map(codebook.codes.map(({ key, label }) => [key, label]))
    this.#attributes = codebook.attributes
    this.#questions = new Map(documentQuestions(codebook).map(({ key, attribute }) => [key, attribute.label]))
    this.#relations = new Map(codebook.relations.map(({ key, label }) => [key, label]))
  }

  code(key: string | null): string {
    return this.#codes.get(key ?? '') ?? key ?? ''
  }

  attribute(key: string | null): string {
    return this.#attributes[key ?? '']?.label ?? key ?? ''
  }

  question(key: string | null): string {
    return this.#questions.get(key ?? '') ?? key ?? ''
  }

  relation(key: string | null): string {
    return this.#relations.get(key ?? '') ?? key ?? ''
  }
}

function aboutDocument({ type, attribute }: OwnDifference, names: CodebookNames): string {
  if (type === 'D8') return ways.eligibility
  return type === 'D1' ? ways.noAnswer(names.question(attribute)) : ways.answer(names.question(attribute))
}

/** How own work differs from what was decided, in words. */
export function differenceText(difference: OwnDifference, names: CodebookNames): string {
  const { type, own, decided, attribute } = difference
  if (own === null && decided === null) return aboutDocument(difference, names)
  const code = names.code(decided ?? own)
  if (type === 'D1') return own === null ? ways.omitted(code) : ways.added(code)
  if (type === 'D3') return ways.code(names.code(own), names.code(decided))
  if (type === 'D4') return ways.attribute(code, names.attribute(attribute))
  if (type === 'D5') return ways.split(code)
  if (type === 'D6') return ways.link(code, names.relation(attribute))
  if (type === 'D7') return ways.part(code, attribute ?? '')
  return boundaryTypes.includes(type) ? ways.boundaries(code) : ways.version(code)
}
