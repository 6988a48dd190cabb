import { clustersOf } from '@/lib/coding/review/clusters'
import {
  claim,
  codebook,
  codebooks,
  coded,
  codingOf,
  documentOf,
  ferryText,
  laterCodebook,
  mark,
  quote,
  tell,
  told,
} from './reviewed-studies'

/** The golden review: a hand-made document for each type of disagreement, and the clusters it has. */

test('coders who mark the same in the same way agree: a cluster without differences', () => {
  const document = coded([mark('hero', 'saved the town')], [mark('hero', ' saved the town')])
  expect(told(document)).toEqual([{ words: 'saved the town', types: '', differences: [] }])
  const [cluster] = clustersOf(document, codebooks)
  expect(cluster).toMatchObject({ kind: 'spans', family: 'character', codes: ['hero'], severity: 12 })
  expect(cluster?.rows).toEqual([
    [
      { coder: 'C01', annotationId: 'C01-1' },
      { coder: 'C02', annotationId: 'C02-1' },
    ],
  ])
})

describe('D1, an omission', () => {
  test('an annotation that meets none of the other coder', () => {
    expect(told(coded([mark('hero', 'ferry')], [mark('hero', 'town')]))).toEqual([
      { words: 'ferry', types: 'D1', differences: ['D1 C01 hero “ferry” | C02'] },
      { words: 'town', types: 'D1', differences: ['D1 C02 hero “town” | C01'] },
    ])
  })

  test('a coder who submitted with nothing to code is a party to every cluster', () => {
    const document = coded([mark('hero', 'ferry')], [])
    const [eligibility, span] = clustersOf(document, codebooks)
    expect(span && tell(document, span)).toEqual({
      words: 'ferry',
      types: 'D1',
      differences: ['D1 C01 hero “ferry” | C02'],
    })
    expect(
      span?.readings.map(({ coder, annotationIds, nothingToCode }) => [coder, annotationIds, nothingToCode]),
    ).toEqual([
      ['C01', ['C01-1'], false],
      ['C02', [], true],
    ])
    expect(eligibility?.types).toEqual(['D8'])
  })

  test('of three coders, each that has nothing there differs from each that has something', () => {
    const three = coded([mark('hero', 'ferry')], [mark('hero', 'ferry')], [mark('hero', 'wept')])
    expect(told(three)[0]?.differences).toEqual(['D1 C01 hero “ferry” | C03', 'D1 C02 hero “ferry” | C03'])
  })
})

describe('D2, boundaries', () => {
  const between = (one: string, other: string) => {
    const [cluster] = clustersOf(coded([mark('hero', one)], [mark('hero', other)]), codebooks)
    return cluster?.differences.map(({ type, iou }) => [type, iou === undefined ? iou : Math.round(iou * 100) / 100])
  }

  test('a: punctuation, quotes, white space and articles at the ends are trivial', () => {
    expect(between('the town', 'town')).toEqual([['D2a', 0.5]])
    expect(between('“Shame on Brisk”', 'Shame on Brisk')).toEqual([['D2a', 0.88]])
    expect(between('“Shame on Brisk”,', 'Shame on Brisk”')).toEqual([['D2a', 0.88]])
    expect(between('saved the town. ', 'saved the town')).toEqual([['D2a', 0.93]])
  })

  test('b: one inside the other', () => {
    expect(between('ferry saved', 'ferry')).toEqual([['D2b', 0.45]])
  })

  test('c: each has something the other has not', () => {
    expect(between('ferry saved', 'saved the town')).toEqual([['D2c', 0.25]])
  })
})

test('D3, different codes of one family on one stretch', () => {
  expect(told(coded([mark('hero', 'saved the town')], [mark('villain', 'saved')]))).toEqual([
    { words: 'saved the town', types: 'D3', differences: ['D3 C01 hero “saved the town” | C02 villain “saved”'] },
  ])
})

describe('D4, an attribute', () => {
  test('one difference for each attribute in which matched annotations differ', () => {
    const one = mark('hero', 'ferry', { target: ['Tarn'], author_stance: 'endorses', voice: 'author' })
    const other = mark('hero', 'ferry', { target: ['Brisk'], author_stance: 'endorses' })
    expect(told(coded([one], [other]))[0]).toEqual({
      words: 'ferry',
      types: 'D4',
      differences: ['D4 target C01 hero “ferry” | C02 hero “ferry”', 'D4 voice C01 hero “ferry” | C02 hero “ferry”'],
    })
  })

  test('of target or stance weighs more than eligibility, any other less', () => {
    const severity = (attributes: Record<string, string>) => {
      const [cluster] = clustersOf(coded([mark('hero', 'ferry', attributes)], [mark('hero', 'ferry')]), codebooks)
      return cluster?.severity
    }
    expect([severity({ author_stance: 'rejects' }), severity({ voice: 'author' })]).toEqual([2, 4])
  })

  test('values are compared as agreement compares them: sets without order, nothing filled in is no value', () => {
    const one = mark('hero', 'ferry', { target: ['Tarn', 'Brisk'], voice: '' })
    const other = mark('hero', 'ferry', { target: ['Brisk', 'Tarn', 'Brisk'] })
    expect(told(coded([one], [other]))[0]?.types).toBe('')
  })

  test('an attribute that is switched off is not compared', () => {
    const document = coded([mark('hero', 'ferry', { basis: 'deed' })], [mark('hero', 'ferry')])
    expect(told(document)[0]?.types).toBe('')
  })

  test('entities are compared by their canonical names', () => {
    const [one, other] = [codingOf('C01', [mark('hero', 'ferry')]), codingOf('C02', [mark('hero', 'ferry')])]
    const named = (coding: typeof one, target: string) => ({
      ...coding,
      annotations: coding.annotations.map((own) => ({ ...own, attributes: { target }, compared: { target: 'Tarn' } })),
    })
    expect(told(documentOf([named(one, 'Tarn'), named(other, 'the mayor')]))[0]?.types).toBe('')
  })
})

describe('D5, a split', () => {
  test('one annotation over two of its code; the boundary of the pair that it splits is not listed', () => {
    const document = coded([mark('hero', 'ferry saved the town')], [mark('hero', 'ferry'), mark('hero', 'the town')])
    expect(told(document)).toEqual([
      {
        words: 'ferry saved the town',
        types: 'D5',
        differences: ['D5 C01 hero “ferry saved the town” | C02 hero “ferry” | C02 hero “the town”'],
      },
    ])
  })

  test('the attributes of the pair are compared all the same', () => {
    const document = coded(
      [mark('hero', 'ferry saved the town', { voice: 'author' })],
      [mark('hero', 'ferry', { voice: 'quoted' }), mark('hero', 'the town')],
    )
    expect(told(document)[0]?.types).toBe('D4 D5')
  })

  test('beyond a partner of another code it is an omission', () => {
    const document = coded([mark('hero', 'saved the town')], [mark('villain', 'saved the town'), mark('hero', 'saved')])
    expect(told(document)[0]?.differences).toEqual([
      'D3 C01 hero “saved the town” | C02 villain “saved the town”',
      'D1 C02 hero “saved” | C01',
    ])
  })
})

describe('D6, links', () => {
  const figure = (to?: number) =>
    mark('sourced', '40 boats', {}, { links: to === undefined ? [] : [['covered_by', to]] })

  test('the same figure leads elsewhere or nowhere; in the cluster of the figure', () => {
    const said = quote('40 boats sank', 'Mayor Tarn', 'said that')
    expect(told(coded([figure(1), said], [figure(), said]))).toEqual(
      [
        { words: '40 boats sank', types: '', differences: [] },
        {
          words: '40 boats',
          types: 'D6',
          differences: ['D6 covered_by C01 sourced “40 boats” | C02 sourced “40 boats”'],
        },
      ].reverse(),
    )
  })

  test('links to partners are the same link', () => {
    const document = coded([figure(1), quote('40 boats sank')], [figure(1), quote('that 40 boats sank, and')])
    expect(told(document).map(({ types }) => types)).toEqual(['D2b', ''])
  })
})

describe('D7, parts of an attribution', () => {
  test('the source or the cue differs where the content is the same', () => {
    const document = coded(
      [quote('40 boats sank', 'Mayor Tarn', 'said that')],
      [quote('40 boats sank', 'Tarn', 'said that')],
      [quote('40 boats sank', 'Tarn')],
    )
    expect(told(document)[0]?.differences).toEqual([
      'D7 source C01 attribution “40 boats sank” | C02 attribution “40 boats sank”',
      'D7 source C01 attribution “40 boats sank” | C03 attribution “40 boats sank”',
      'D7 cue C01 attribution “40 boats sank” | C03 attribution “40 boats sank”',
      'D7 cue C02 attribution “40 boats sank” | C03 attribution “40 boats sank”',
    ])
  })

  test('attributions meet by their content alone: a shared source makes no cluster', () => {
    const document = coded([quote('40 boats sank', 'Mayor Tarn')], [quote('the old town wept', 'Mayor Tarn')])
    expect(told(document).map(({ words, types }) => [words, types])).toEqual([
      ['40 boats sank', 'D1'],
      ['the old town wept', 'D1'],
    ])
  })
})

describe('D8, whether the document should be coded', () => {
  const document = documentOf(
    [codingOf('C01', [mark('hero', 'ferry')]), codingOf('C02', []), codingOf('C04', [mark('hero', 'ferry')])],
    { ineligible: [claim('C03', 'an advertisement')] },
  )

  test('one cluster for all who differ, with those who hold it not eligible', () => {
    const [cluster, ...others] = clustersOf(document, codebooks).filter(({ kind }) => kind === 'eligibility')
    expect(others).toEqual([])
    expect(cluster).toMatchObject({ start: 0, end: ferryText.length, lineages: ['eligibility'], severity: 3 })
    expect(cluster?.differences.map(({ type, coders }) => [type, ...coders].join(' '))).toEqual([
      'D8 C01 C02',
      'D8 C01 C03',
      'D8 C02 C03',
      'D8 C02 C04',
      'D8 C03 C04',
    ])
    expect(cluster?.readings.map(({ coder, ineligible }) => [coder, ineligible])).toEqual([
      ['C01', null],
      ['C02', null],
      ['C03', 'an advertisement'],
      ['C04', null],
    ])
  })

  test('who holds it not eligible is no party to what its spans are', () => {
    const spans = clustersOf(document, codebooks).find(({ kind }) => kind === 'spans')
    expect(spans?.readings.map(({ coder }) => coder)).toEqual(['C01', 'C02', 'C04'])
  })

  test('none where all code it, or all say that it holds nothing', () => {
    const kinds = (...lists: Parameters<typeof coded>) => clustersOf(coded(...lists), codebooks).map(({ kind }) => kind)
    expect(kinds([mark('hero', 'ferry')], [mark('hero', 'town')])).toEqual(['spans', 'spans'])
    expect(kinds([], [])).toEqual([])
  })

  test('a single coding beside somebody who holds the document not eligible is this question alone', () => {
    const alone = documentOf([codingOf('C01', [mark('hero', 'ferry')])], { ineligible: [claim('C02', 'a list')] })
    expect(clustersOf(alone, codebooks).map(({ kind }) => kind)).toEqual(['eligibility'])
  })
})

describe('answers about the document', () => {
  const answering = (coder: string, answers: Record<string, string | boolean>, codebookVersion = '1.0.0') =>
    codingOf(coder, [mark('hero', 'ferry')], {
      codebookVersion,
      answers: Object.entries(answers).map(([variable, value]) => ({ variable, value, compared: value })),
    })
  const questions = (...codings: ReturnType<typeof answering>[]) =>
    clustersOf(documentOf(codings), codebooks)
      .filter(({ kind }) => kind === 'variable')
      .map(({ variable, types, differences }) => [variable, types.join(' '), differences.length])

  test('a question answered differently is D4, by one alone D1, by all alike no difference, by nobody no cluster', () => {
    expect(questions(answering('C01', { genre: 'news' }), answering('C02', { genre: 'essay' }))).toEqual([
      ['genre', 'D4', 1],
    ])
    expect(questions(answering('C01', { genre: 'news' }), answering('C02', {}))).toEqual([['genre', 'D1', 1]])
    expect(
      questions(answering('C01', { genre: 'news', tone: 'dry' }), answering('C02', { genre: 'news', tone: 'warm' })),
    ).toEqual([
      ['genre', '', 0],
      ['tone', 'D4', 1],
    ])
  })

  test('a code for whole documents that somebody did not apply is a no', () => {
    expect(questions(answering('C01', { empty: true }), answering('C02', {}))).toEqual([['empty', 'D4', 1]])
    expect(questions(answering('C01', { empty: false }), answering('C02', {}))).toEqual([['empty', '', 0]])
  })

  test('are never of target or stance', () => {
    const document = documentOf([answering('C01', { genre: 'news' }), answering('C02', { genre: 'essay' })])
    const cluster = clustersOf(document, codebooks).find(({ kind }) => kind === 'variable')
    expect(cluster).toMatchObject({ severity: 4, family: '', codes: [], lineages: ['variable genre'], end: 114 })
  })
})

describe('D9, codebook versions', () => {
  const other = codingOf('C02', [mark('hero', 'ferry'), mark('hero', 'wept')], { codebookVersion: '1.1.0' })

  test('beside other differences of annotations in one cluster, or alone', () => {
    const document = documentOf([codingOf('C01', [mark('hero', 'ferry')]), other])
    expect(told(document)).toEqual([
      { words: 'ferry', types: 'D9', differences: ['D9 C01 hero “ferry” | C02 hero “ferry”'] },
      { words: 'wept', types: 'D1', differences: ['D1 C02 hero “wept” | C01'] },
    ])
  })

  test('an attribute that only one of the versions asks for is not compared', () => {
    const later = laterCodebook('1.1.0', { basis: { ...codebook.attributes.basis, enabled: true } as never })
    const document = documentOf([
      codingOf('C01', [mark('hero', 'ferry')]),
      codingOf('C02', [mark('hero', 'ferry', { basis: 'deed' })], { codebookVersion: '1.1.0' }),
    ])
    const [cluster] = clustersOf(
      document,
      new Map([
        ['1.0.0', codebook],
        ['1.1.0', later],
      ]),
    )
    expect(cluster?.types).toEqual(['D9'])
  })
})

describe('what is no disagreement', () => {
  test('annotations of different families on one stretch', () => {
    const document = coded(
      [mark('hero', '40 boats'), mark('sourced', '40 boats')],
      [mark('sourced', '40 boats'), mark('hero', '40 boats')],
    )
    expect(told(document).map(({ types }) => types)).toEqual(['', ''])
  })

  test('different codes for different targets side by side on one stretch', () => {
    const both = [
      mark('hero', 'saved the town', { target: 'Tarn' }),
      mark('villain', 'saved the town', { target: 'Brisk' }),
    ]
    expect(told(coded(both, [...both].reverse())).map(({ types }) => types)).toEqual(['', ''])
    const apart = coded([mark('hero', 'ferry', { target: 'Tarn' })], [mark('villain', 'ferry', { target: 'Brisk' })])
    expect(told(apart).map(({ types }) => types)).toEqual(['D1', 'D1'])
  })

  test('but different codes for one target, or for one that is not named, are', () => {
    const conflict = coded(
      [mark('hero', 'ferry', { target: 'Tarn' })],
      [mark('villain', 'ferry', { target: ['Tarn', 'B'] })],
    )
    expect(told(conflict)[0]?.types).toBe('D3')
    expect(told(coded([mark('hero', 'ferry', { target: 'Tarn' })], [mark('villain', 'ferry')]))[0]?.types).toBe('D3')
  })

  test('annotations of one coder that touch or overlap', () => {
    const own = [mark('hero', 'ferry saved'), mark('hero', 'saved the town'), mark('villain', 'saved')]
    expect(told(coded(own, own))[0]?.types).toBe('')
  })
})

describe('stacked, nested and discontinuous annotations', () => {
  test('two codes on the very same stretch are both there, whoever leaves one out', () => {
    const both = [mark('hero', 'ferry'), mark('villain', 'ferry')]
    expect(told(coded(both, [...both].reverse()))[0]).toEqual({ words: 'ferry', types: '', differences: [] })
    expect(told(coded(both, [mark('villain', 'ferry')]))[0]?.differences).toEqual(['D1 C01 hero “ferry” | C02'])
  })

  test('one code twice on the very same stretch: the values say who is whose partner', () => {
    const [tarn, brisk] = [mark('hero', 'ferry', { target: 'Tarn' }), mark('hero', 'ferry', { target: 'Brisk' })]
    expect(told(coded([tarn, brisk], [brisk, tarn]))[0]?.types).toBe('')
    expect(told(coded([tarn, brisk], [tarn]))[0]?.differences).toEqual(['D1 C01 hero “ferry” | C02'])
    expect(told(coded([tarn], [tarn, tarn]))[0]?.differences).toEqual(['D1 C02 hero “ferry” | C01'])
  })

  test('a code inside another: the outer and the inner are each other’s partners', () => {
    const nested = [mark('hero', 'ferry saved the town'), mark('villain', 'saved')]
    expect(told(coded(nested, nested))[0]?.types).toBe('')
    expect(told(coded(nested, [mark('hero', 'ferry saved the town')]))[0]?.differences).toEqual([
      'D1 C01 villain “saved” | C02',
    ])
  })

  test('annotations in pieces meet where their pieces do, not in between', () => {
    const document = coded([quote(['40 boats', 'the old town wept'])], [quote('sank, and')])
    expect(told(document).map(({ types }) => types)).toEqual(['D1', 'D1'])
    const meeting = coded([quote(['40 boats', 'the old town wept'])], [quote('40 boats')])
    expect(told(meeting)[0]?.types).toBe('D2b')
  })

  test('pieces with nothing but punctuation between them are one stretch', () => {
    expect(
      told(
        coded([quote(['40 boats sank', 'and the old town wept'])], [quote('40 boats sank, and the old town wept')]),
      )[0]?.types,
    ).toBe('D2a')
  })
})

test('several types in one cluster of three coders', () => {
  const document = coded(
    [mark('hero', 'ferry saved the town', { target: 'Tarn' })],
    [mark('villain', 'saved the town', { target: 'Tarn' })],
    [mark('hero', 'ferry saved'), mark('hero', 'town')],
  )
  expect(told(document)).toEqual([
    {
      words: 'ferry saved the town',
      types: 'D3 D1 D4 D5',
      differences: [
        'D3 C01 hero “ferry saved the town” | C02 villain “saved the town”',
        'D4 target C01 hero “ferry saved the town” | C03 hero “ferry saved”',
        'D5 C01 hero “ferry saved the town” | C03 hero “ferry saved” | C03 hero “town”',
        'D3 C02 villain “saved the town” | C03 hero “ferry saved”',
        'D1 C03 hero “town” | C02',
      ],
    },
  ])
})

test('the severest type of a cluster decides its severity: D3, D1, target or stance, D8, D4, D5, D6, D7, D2c, D2b, D2a, D9', () => {
  const severities = [
    coded([mark('hero', 'ferry')], [mark('villain', 'ferry')]),
    coded([mark('hero', 'ferry')], [mark('hero', 'wept')]),
    coded([mark('hero', 'ferry', { target: 'Tarn' })], [mark('hero', 'ferry')]),
    coded([mark('hero', 'ferry')], []),
    coded([mark('hero', 'ferry', { voice: 'author' })], [mark('hero', 'ferry')]),
    coded([mark('hero', 'ferry saved')], [mark('hero', 'ferry'), mark('hero', 'saved')]),
    coded(
      [mark('sourced', '40', {}, { links: [['repeats', 1]] }), mark('sourced', 'old')],
      [mark('sourced', '40'), mark('sourced', 'old')],
    ),
    coded([quote('wept', 'they')], [quote('wept')]),
    coded([mark('hero', 'ferry saved')], [mark('hero', 'saved the town')]),
    coded([mark('hero', 'ferry saved')], [mark('hero', 'ferry')]),
    coded([mark('hero', 'the town')], [mark('hero', 'town')]),
    documentOf([
      codingOf('C01', [mark('hero', 'ferry')]),
      codingOf('C02', [mark('hero', 'ferry')], { codebookVersion: '1.1.0' }),
    ]),
    coded([mark('hero', 'ferry')], [mark('hero', 'ferry')]),
  ].map((document, place) => {
    const clusters = clustersOf(document, codebooks)
    return place === 3
      ? clusters.find(({ kind }) => kind === 'eligibility')?.severity
      : Math.min(...clusters.map(({ severity }) => severity))
  })
  expect(severities).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
})

test('of one coding, or none, there are no clusters', () => {
  expect(clustersOf(coded([mark('hero', 'ferry')]), codebooks)).toEqual([])
  expect(clustersOf(coded(), codebooks)).toEqual([])
})

test('two codings of one coder are refused', () => {
  const twice = documentOf([codingOf('C01', []), codingOf('C01', [])])
  expect(() => clustersOf(twice, codebooks)).toThrow('C01 has two codings of one document')
})
