import fc from 'fast-check'
import type { Sentences } from './studies'
import { sentencesDocument } from './studies'
import type { StudyDocument } from './study-documents'

export const coders = ['C01', 'C02', 'C03', 'C04']

/** Up to six documents, each finished by any of four coders; sentences are coded at random, some documents have none. */
export const arbitraryStudy: fc.Arbitrary<StudyDocument[]> = fc
  .array(
    fc.record({
      own: fc.subarray(coders),
      sentences: fc.array(fc.array(fc.constantFrom(...'---hvib'), { minLength: 4, maxLength: 4 }), { maxLength: 7 }),
      number: fc.array(fc.option(fc.integer({ min: 0, max: 4 }), { freq: 4 }), { minLength: 4, maxLength: 4 }),
      word: fc.array(fc.option(fc.constantFrom('low', 'middle', 'high'), { freq: 4 }), { minLength: 4, maxLength: 4 }),
    }),
    { maxLength: 6 },
  )
  .map((documents) =>
    documents.map(({ own, sentences, number, word }, i) => {
      const texts = own.map((coder, place) => [coder, sentences.map((letters) => letters[place] ?? '-').join('')])
      const named: Sentences = Object.fromEntries(texts)
      return sentencesDocument(`D${i}`, named, {
        sentences: sentences.length,
        numbers: { number: number.slice(0, own.length) },
        variables: { word: word.slice(0, own.length) },
      })
    }),
  )

/** The documents as some of the coders would have left them. */
export function onlyBy(documents: readonly StudyDocument[], kept: ReadonlySet<string>): StudyDocument[] {
  return documents.map((document) => {
    const stays = <Value>(values: readonly Value[]) =>
      values.filter((_, place) => kept.has(document.coders[place] ?? ''))
    const of = <Value>(record: Record<string, Value[]> | undefined) =>
      Object.fromEntries(Object.entries(record ?? {}).map(([key, values]) => [key, stays(values)]))
    return {
      ...document,
      coders: stays(document.coders),
      spans: document.spans.filter(({ coder }) => kept.has(coder)),
      numbers: of(document.numbers),
      variables: of(document.variables),
    }
  })
}

/** Values unit by unit with a column for each of the four coders; null where one did not finish the document. */
export function columnsFor<Value>(
  documents: readonly StudyDocument[],
  unitsOf: (document: StudyDocument) => readonly (readonly (Value | null)[])[],
): (Value | null)[][] {
  return documents.flatMap((document) =>
    unitsOf(document).map((unit) => coders.map((coder) => unit[document.coders.indexOf(coder)] ?? null)),
  )
}
