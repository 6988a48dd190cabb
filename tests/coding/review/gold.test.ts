import fc from 'fast-check'
import type { Cluster } from '@/lib/coding/review/cluster'
import { clustersOf } from '@/lib/coding/review/clusters'
import type { AcceptedMember, DecidedGold, Decision } from '@/lib/coding/review/decision'
import { type Gold, goldOf } from '@/lib/coding/review/gold'
import { goldValue } from '@/lib/coding/review/gold-values'
import { goldInOneStep, methodOf, type OneStep, stepDecides } from '@/lib/coding/review/one-step-rules'
import type { ReviewedDocument } from '@/lib/coding/review/reviewed-document'
import { claim, codebooks, coded, codingOf, documentOf, ferryText, mark, quote } from './reviewed-studies'

/** Gold: what codings and decisions make of a document. */

const clusters = (document: ReviewedDocument) => clustersOf(document, codebooks)

function emptyGold(more: Partial<DecidedGold> = {}): DecidedGold {
  return { annotations: [], value: null, values: [], eligibility: null, ...more }
}

function decide(cluster: Cluster | undefined, more: Partial<Decision>): Decision {
  if (!cluster) throw new Error('There is no such cluster.')
  const { id: clusterId, inputKey, kind, family, lineages } = cluster
  const about = { clusterId, inputKey, kind, family, lineages }
  return {
    id: `decision on ${clusterId}`,
    ...about,
    outcome: 'accept',
    method: 'arbiter',
    accepted: [],
    gold: emptyGold(),
    sequence: 1,
    ...more,
  }
}

/** Accepts annotations of coders as they are, with a letter each where both readings are kept. */
function accepting(document: ReviewedDocument, members: AcceptedMember[], letters?: string[]): Partial<Decision> {
  const annotations = members.map(({ coder, annotationId }, i) => {
    const coding = document.codings.find((one) => one.coder === coder)
    const own = coding?.annotations.find(({ id }) => id === annotationId)
    if (!own) throw new Error(`${coder} has no ${annotationId}`)
    const reading = letters?.[i]
    return { value: goldValue(own), coders: [coder], ...(reading === undefined ? {} : { reading }) }
  })
  return { accepted: members, gold: emptyGold({ annotations }), outcome: letters ? 'keep_both' : 'accept' }
}

const first = (coder: string, place = 1) => ({ coder, annotationId: `${coder}-${place}` })

/** Words, code, provenance, coders and reading of each annotation of gold. */
function golden(document: ReviewedDocument, decisions: Decision[] = []) {
  const { annotations, open } = goldOf(document, clusters(document), decisions)
  const characters = Array.from(document.text)
  return [
    ...annotations.map(({ value, provenance, coders, reading }) => {
      const words = value.segments.map(({ start, end }) => characters.slice(start, end).join('')).join(' … ')
      return [words, value.code, provenance, coders.join(' '), reading].filter((it) => it !== null).join(', ')
    }),
    `open: ${open}`,
  ]
}

describe('annotations', () => {
  const conflict = coded(
    [mark('hero', 'ferry'), mark('hero', 'wept')],
    [mark('villain', 'ferry'), mark('hero', 'wept')],
  )
  const [ferry] = clusters(conflict)

  test('what all agree on is gold before anybody accepts it, in the names of all', () => {
    expect(golden(conflict)).toEqual(['wept, hero, agreed, C01 C02', 'open: 2'])
  })

  test('what was accepted is adjudicated, in the name of whose it is', () => {
    const decision = decide(ferry, accepting(conflict, [first('C02')]))
    expect(golden(conflict, [decision])).toEqual([
      'ferry, villain, adjudicated, C02',
      'wept, hero, agreed, C01 C02',
      'open: 1',
    ])
  })

  test('neither: what was rejected is not in it, and nothing is open there', () => {
    const decision = decide(ferry, { outcome: 'reject_all' })
    expect(golden(conflict, [decision])).toEqual(['wept, hero, agreed, C01 C02', 'open: 1'])
  })

  test('what all agree on can be rejected too', () => {
    const decision = decide(clusters(conflict)[1], { outcome: 'reject_all' })
    expect(golden(conflict, [decision])).toEqual(['open: 1'])
  })

  test('both readings are kept, each under its letter', () => {
    const decision = decide(ferry, accepting(conflict, [first('C01'), first('C02')], ['B', 'A']))
    expect(golden(conflict, [decision]).slice(0, 2).sort()).toEqual([
      'ferry, hero, both_readings, C01, B',
      'ferry, villain, both_readings, C02, A',
    ])
  })

  test('a new one that nobody marked', () => {
    const [own] = coded([mark('villain', 'ferry saved')]).codings[0]?.annotations ?? []
    const gold = emptyGold({ annotations: own ? [{ value: goldValue(own), coders: [] }] : [] })
    expect(golden(conflict, [decide(ferry, { outcome: 'write_new', gold })])[0]).toBe(
      'ferry saved, villain, adjudicated, ',
    )
  })

  test('what is stale, sent back or taken back is not gold', () => {
    const accepted = accepting(conflict, [first('C02')])
    const onlyAgreed = ['wept, hero, agreed, C01 C02', 'open: 2']
    expect(golden(conflict, [decide(ferry, { ...accepted, inputKey: 'before' })])).toEqual(onlyAgreed)
    expect(golden(conflict, [decide(ferry, { outcome: 'send_back' })])).toEqual(onlyAgreed)
    const taken = decide(ferry, { outcome: 'withdraw', sequence: 2 })
    expect(golden(conflict, [decide(ferry, accepted), taken])).toEqual(onlyAgreed)
  })

  test('what all agree on is gold again after its decision was taken back', () => {
    const wept = clusters(conflict)[1]
    const rejected = decide(wept, { outcome: 'reject_all' })
    const taken = decide(wept, { outcome: 'withdraw', sequence: 2 })
    expect(golden(conflict, [rejected, taken])).toEqual(['wept, hero, agreed, C01 C02', 'open: 2'])
  })

  test('what is agreed only since a decision on it became stale has to be decided again', () => {
    const decision = decide(clusters(conflict)[1], { outcome: 'reject_all', inputKey: 'before' })
    expect(golden(conflict, [decision])).toEqual(['open: 2'])
  })

  test('is named with the secret of the study where a coder is part of the name', () => {
    const single = coded([mark('hero', 'ferry')])
    const idsWith = (secret: string) => goldOf({ ...single, secret }, [], []).annotations.map(({ id }) => id)
    expect(idsWith('one')).toEqual(idsWith('one'))
    expect(idsWith('one')).not.toEqual(idsWith('two'))
  })

  test('a document with a single coder is gold as it is coded', () => {
    expect(golden(coded([mark('hero', 'ferry'), mark('villain', 'wept')]))).toEqual([
      'ferry, hero, single, C01',
      'wept, villain, single, C01',
      'open: 0',
    ])
  })

  test('notes stay the coder’s own, and entities have their canonical names', () => {
    const own = codingOf('C01', [mark('hero', 'ferry', { target: 'the mayor' })])
    const named = own.annotations.map((one) => ({ ...one, note: 'unclear', compared: { target: 'Tarn' } }))
    const [annotation] = goldOf(documentOf([{ ...own, annotations: named }]), [], []).annotations
    expect(annotation?.value).toMatchObject({ note: '', attributes: { target: 'Tarn' }, touched: [] })
  })

  test('ids are the same after every recomputation, and each is another one', () => {
    const twice = coded(
      [mark('hero', 'ferry'), mark('hero', 'ferry', {}, { id: 'z' })],
      [mark('hero', 'ferry'), mark('hero', 'ferry', {}, { id: 'y' })],
    )
    const ids = (document: ReviewedDocument) => goldOf(document, clusters(document), []).annotations.map(({ id }) => id)
    expect(ids(twice)).toHaveLength(2)
    expect(new Set(ids(twice)).size).toBe(2)
    expect(ids({ ...twice, codings: [...twice.codings].reverse() })).toEqual(ids(twice))
  })
})

describe('answers', () => {
  const answering = (coder: string, genre?: string) => {
    const answers = genre === undefined ? [] : [{ variable: 'genre', value: genre, compared: genre }]
    return codingOf(coder, [mark('hero', 'ferry')], { answers })
  }
  const answers = (document: ReviewedDocument, decision: Partial<Decision> | null = null) => {
    const own = clusters(document)
    const about = own.find(({ kind }) => kind === 'variable')
    const { answers: given } = goldOf(document, own, decision ? [decide(about, decision)] : [])
    return given.map(({ value, provenance, reading }) => [value, provenance, reading])
  }
  const differing = documentOf([answering('C01', 'news'), answering('C02', 'essay')])

  test('agreed, single, decided, or several kept', () => {
    expect(answers(documentOf([answering('C01', 'news'), answering('C02', 'news')]))).toEqual([
      ['news', 'agreed', null],
    ])
    expect(answers(documentOf([answering('C01', 'news')]))).toEqual([['news', 'single', null]])
    expect(answers(differing)).toEqual([])
    expect(answers(differing, { gold: emptyGold({ value: 'essay' }) })).toEqual([['essay', 'adjudicated', null]])
    expect(answers(differing, { outcome: 'keep_both', gold: emptyGold({ values: ['news', 'essay'] }) })).toEqual([
      ['news', 'both_readings', 'A'],
      ['essay', 'both_readings', 'B'],
    ])
    expect(answers(differing, { outcome: 'reject_all' })).toEqual([])
  })
})

describe('whether the document should be coded', () => {
  const document = documentOf([codingOf('C01', [mark('hero', 'ferry')]), codingOf('C02', [])])
  const asked = clusters(document).find(({ kind }) => kind === 'eligibility')
  const eligible = (of: ReviewedDocument, decisions: Decision[] = []): [Gold['eligibility'], number, number] => {
    const { eligibility, annotations, open } = goldOf(of, clusters(of), decisions)
    return [eligibility, annotations.length, open]
  }
  const verdict = (eligibility: DecidedGold['eligibility']) => [decide(asked, { gold: emptyGold({ eligibility }) })]

  test('a decision that it holds nothing takes the annotations away, and what was to be decided on them', () => {
    expect(eligible(document)).toEqual([null, 0, 2])
    expect(eligible(document, verdict('code'))).toEqual([null, 0, 1])
    expect(eligible(document, verdict('nothing'))).toEqual(['nothing', 0, 0])
    expect(eligible(document, verdict('not_eligible'))).toEqual(['not_eligible', 0, 0])
  })

  test('nothing, or not eligible, where all say so', () => {
    expect(eligible(coded([], []))).toEqual(['nothing', 0, 0])
    expect(eligible(coded([]))).toEqual(['nothing', 0, 0])
    expect(eligible(documentOf([], { ineligible: [claim('C01', 'a list')] }))).toEqual(['not_eligible', 0, 0])
  })
})

describe('links', () => {
  const figure = (to?: number) =>
    mark('sourced', '40 boats', {}, { links: to === undefined ? [] : [['covered_by', to]] })
  const linked = (document: ReviewedDocument, decisions: Decision[] = []) => {
    const { annotations, links } = goldOf(document, clusters(document), decisions)
    const codeOf = (sought: string) => annotations.find(({ id }) => id === sought)?.value.code
    return links.map(({ relation, from, to }) => [codeOf(from), relation, codeOf(to)])
  }
  const expected = [['sourced', 'covered_by', 'attribution']]

  test('agreed ones are gold', () => {
    const own = [figure(1), quote('40 boats sank')]
    expect(linked(coded(own, own))).toEqual(expected)
    expect(linked(coded(own))).toEqual(expected)
  })

  test('those of the annotation that was accepted lead to what was accepted in the place of their other end', () => {
    const document = coded([figure(1), quote('40 boats sank')], [figure(), quote('that 40 boats sank')])
    const [said, boats] = clusters(document)
    const decisions = (coder: string) => [
      decide(said, accepting(document, [first('C02', 2)])),
      decide(boats, accepting(document, [first(coder)])),
    ]
    expect(linked(document, decisions('C01'))).toEqual(expected)
    expect(linked(document, decisions('C02'))).toEqual([])
  })

  test('a link whose other end was rejected is lost', () => {
    const own = [figure(1), quote('40 boats sank')]
    const document = coded(own, own)
    const said = clusters(document).find(({ family }) => family === 'attribution')
    expect(linked(document, [decide(said, { outcome: 'reject_all' })])).toEqual([])
  })
})

describe('decided in one step', () => {
  const step = (of: OneStep, ...lists: Parameters<typeof coded>) => {
    const document = coded(...lists)
    const [cluster] = clusters(document)
    const decided = cluster && goldInOneStep(of, document, cluster)
    const characters = Array.from(ferryText)
    return decided?.gold.annotations.map(({ value: { code, segments, attributes }, coders }) => {
      const words = segments.map(({ start, end }) => characters.slice(start, end).join('')).join(' … ')
      return [words, code, attributes, coders.join(' ')]
    })
  }
  const both = (one: Parameters<typeof mark>, other: Parameters<typeof mark>) =>
    [[mark(...one)], [mark(...other)]] as const

  test('unanimous: what all have', () => {
    expect(
      step('unanimous', ...both(['hero', 'ferry ', { target: 'Tarn' }], ['hero', 'ferry', { target: 'Tarn' }])),
    ).toEqual([['ferry', 'hero', { target: 'Tarn' }, 'C01 C02']])
    expect(step('unanimous', ...both(['hero', 'ferry'], ['villain', 'ferry']))).toBeUndefined()
  })

  test('trivial: the longest, trimmed, with the attributes of all; nothing that differs in more', () => {
    expect(step('trivial', ...both(['hero', 'town'], ['hero', 'the town.']))).toEqual([
      ['the town.', 'hero', {}, 'C01 C02'],
    ])
    expect(step('trivial', ...both(['hero', 'ferry'], ['hero', 'ferry saved']))).toBeUndefined()
    expect(step('trivial', ...both(['hero', 'town', { voice: 'author' }], ['hero', 'the town']))).toBeUndefined()
    expect(step('trivial', ...both(['hero', 'ferry'], ['hero', 'ferry']))).toBeUndefined()
  })

  test('half: boundaries that share at least half, of every pair', () => {
    expect(step('half', ...both(['hero', 'ferry saved'], ['hero', 'The ferry saved']))).toEqual([
      ['The ferry saved', 'hero', {}, 'C01 C02'],
    ])
    expect(step('half', ...both(['hero', 'ferry'], ['hero', 'ferry saved']))).toBeUndefined()
    expect(
      step('half', [mark('hero', 'ferry saved')], [mark('hero', 'The ferry saved')], [mark('hero', 'The')]),
    ).toBeUndefined()
  })

  test('of stacked annotations each row of partners gives one', () => {
    const stacked = [mark('hero', 'town', { target: 'Tarn' }), mark('hero', 'town', { target: 'Brisk' })]
    const wider = [mark('hero', 'the town', { target: 'Brisk' }), mark('hero', 'the town', { target: 'Tarn' })]
    expect(step('trivial', stacked, wider)?.map(([words, , attributes]) => [words, attributes])).toEqual([
      ['the town', { target: 'Brisk' }],
      ['the town', { target: 'Tarn' }],
    ])
  })

  test('is marked with the method of the step', () => {
    expect((['unanimous', 'trivial', 'half'] as const).map(methodOf)).toEqual(['unanimous', 'rule', 'rule'])
  })

  test('what a step decides never goes against any coder: code and attributes are those of everybody in the cluster', () => {
    const annotation = fc.record({
      ...{
        code: fc.constantFrom('hero', 'villain'),
        words: fc.constantFrom('ferry', 'The ferry', 'ferry saved', 'town', 'the town'),
      },
      target: fc.constantFrom('Tarn', 'Brisk'),
    })
    fc.assert(
      fc.property(fc.array(fc.array(annotation, { maxLength: 3 }), { minLength: 2, maxLength: 3 }), (lists) => {
        const document = coded(
          ...lists.map((list) => list.map(({ code, words, target }) => mark(code, words, { target }))),
        )
        for (const cluster of clusters(document)) {
          for (const each of ['unanimous', 'trivial', 'half'] as const) expectOfEverybody(each, document, cluster)
        }
      }),
    )
  })
})

function expectOfEverybody(step: OneStep, document: ReviewedDocument, cluster: Cluster): void {
  const decided = goldInOneStep(step, document, cluster)
  expect(decided !== null).toBe(stepDecides(step, cluster))
  if (!decided || cluster.kind !== 'spans') return
  const told = decided.gold.annotations.map(({ value }) => `${value.code} ${value.attributes.target}`).sort()
  for (const { coder, annotationIds } of cluster.readings) {
    const own = document.codings.find((coding) => coding.coder === coder)?.annotations ?? []
    const inIt = own.filter(({ id }) => annotationIds.includes(id))
    expect(inIt.map(({ code, attributes }) => `${code} ${attributes.target}`).sort()).toEqual(told)
  }
}
