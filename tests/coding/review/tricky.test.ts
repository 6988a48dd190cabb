import { clustersOf } from '@/lib/coding/review/clusters'
import { codebookTemplate } from '@/lib/coding/templates/templates'
import { trickyPassages } from '../../support/samples'
import { codingOf, documentOf, type Mark, mark, quote, tell } from './reviewed-studies'

/** Texts with a difficulty each, coded by two who differ where the difficulty lies. */

const codebook = codebookTemplate('default')

function expected(id: string, text: string, ...lists: [readonly Mark[], readonly Mark[]]) {
  const codings = lists.map((marks, i) => codingOf(`C0${i + 1}`, marks, { text, codebookVersion: codebook.version }))
  const document = documentOf(codings, { text, documentId: id })
  return clustersOf(document, new Map([[codebook.version, codebook]]))
    .filter(({ kind }) => kind === 'spans')
    .map((cluster) => tell(document, cluster))
}

const cases: Record<string, (text: string) => void> = {
  X01: (text) => {
    const both = [mark('sourced_figure', '3 million marks'), mark('sourced_figure', '$1.6 million')]
    const one = [mark('sourced_figure', '3 million marks ($1.6 million)')]
    expect(expected('X01', text, both, one)).toEqual([
      {
        words: '3 million marks ($1.6 million)',
        types: 'D5',
        differences: [
          'D5 C01 sourced_figure “3 million marks” | C01 sourced_figure “$1.6 million” | C02 sourced_figure “3 million marks ($1.6 million)”',
        ],
      },
    ])
  },
  X02: (text) => {
    const [name, isolated] = ['ليلى حداد', '\u2067ليلى حداد\u2069']
    const emoji = Array.from(text).slice(-6, -1).join('')
    const heroes = [mark('hero', `heroes ${emoji}`), mark('villain', name)]
    const others = [mark('hero', `heroes ${emoji}`), mark('villain', isolated)]
    expect(expected('X02', text, heroes, others).map(({ words, types }) => [words, types])).toEqual([
      [isolated, 'D2a'],
      [`heroes ${emoji}`, ''],
    ])
  },
  X03: (text) => {
    const [one, other] = [mark('hero', text.slice(0, text.indexOf(' praised'))), mark('hero', 'José Łuk')]
    expect(expected('X03', text, [one], [other]).map(({ types }) => types)).toEqual(['D2b'])
  },
  X04: (text) => {
    const announced = quote('40 redundancies', 'The Guild', 'announced')
    const appeal = quote('it would appeal', 'The Guild', 'said')
    const merged = quote(['40 redundancies', 'it would appeal'], 'The Guild', 'announced')
    expect(expected('X04', text, [announced, appeal], [announced, appeal]).map(({ types }) => types)).toEqual(['', ''])
    expect(expected('X04', text, [announced, appeal], [merged]).map(({ types }) => types)).toEqual(['D5'])
  },
  X05: (text) => {
    const [one, other] = [mark('unsourced_figure', '٤٠ شخصا'), mark('sourced_figure', '٤٠')]
    expect(expected('X05', text, [one], [other])[0]?.types).toBe('D3')
  },
}

const invented = trickyPassages()?.invented
if (!invented) test('skipped, for the invented texts are absent', () => expect(invented).toBeUndefined())
for (const { id, title, text } of invented ?? []) {
  test(`${id}: ${title}`, () => {
    const check = cases[id]
    if (!check) throw new Error(`What is expected of ${id} is not written down.`)
    check(text)
  })
}
