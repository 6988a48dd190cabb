import { groupsOf } from '@/components/review-desk/compare/groups'
import { allQuestions, type MergeChoices, openQuestions } from '@/components/review-desk/merge/merge-questions'
import { mergedAnnotations, openChoices } from '@/components/review-desk/merge/merged'
import { annotation, quay, reading, rowsOf } from '../../support/cluster-view'
import { codebook } from '../coding-desk/coding-view'

const slice = ({ start, end }: { start: number; end: number }) => [...quay].slice(start, end).join('')
const merging = { codebook, slice }

type Readings = ReturnType<typeof reading>[]

const groups = (readings: Readings, rows = rowsOf(readings)) => groupsOf({ readings, rows, differences: [] })
const results = (readings: Readings, choices: MergeChoices = {}, rows = rowsOf(readings)) =>
  mergedAnnotations(groups(readings, rows), choices, merging).map(({ value }) => value)

const [inner, outer] = [annotation(1, 'hero', 7, 21), annotation(2, 'hero', 0, 16)]
const twoBoundaries = [reading('A', [inner]), reading('B', [outer])]

describe('merging', () => {
  test('asks of two coders what they differ in and nothing else, and chooses nothing for the reviewer', () => {
    const [group] = groups(twoBoundaries)
    if (!group) throw new Error('There is no group.')
    const questions = openQuestions(group, {}, merging)
    expect(questions.map(({ label, usual }) => ({ label, usual }))).toEqual([{ label: 'Words', usual: null }])
    expect(questions[0]?.choices.map(({ id }) => id)).toEqual(['0', '1', 'union', 'intersection'])
    expect(results(twoBoundaries)).toEqual([])
    expect(openChoices([group], {}, merging).map(({ question }) => question?.label)).toEqual(['Words'])
  })

  test.each([
    ['union', [0, 21]],
    ['intersection', [7, 16]],
    ['0', [7, 21]],
    ['1', [0, 16]],
  ])('takes as words %s', (choice, [start, end]) => {
    const [merged] = results(twoBoundaries, { '0:place span': choice })
    expect(merged).toEqual({
      ...{ code: 'hero', segments: [{ part: 'span', start, end }], note: '', unsure: false },
      ...{ attributes: { target: 'Marrin', voice: 'author' }, touched: ['target', 'voice'] },
    })
  })

  test('proposes what more than half of the readings say', () => {
    const third = reading('C', [annotation(3, 'villain', 7, 21)])
    const merged = results([reading('A', [inner]), reading('B', [annotation(4, 'hero', 7, 21)]), third])
    expect(merged.map(({ code }) => code)).toEqual(['hero'])
  })

  test('keeps only the answers that the chosen code asks for', () => {
    // Under another version of the codebook both may have been of one family.
    const figure = annotation(2, 'figure', 7, 21, { attributes: {} })
    const readings = [reading('A', [inner]), reading('B', [figure])]
    const merged = (choices: MergeChoices) =>
      results(readings, choices, [
        [
          { reading: 'A', annotationId: inner.id },
          { reading: 'B', annotationId: figure.id },
        ],
      ])
    expect(merged({ '0:code': 'figure' })).toMatchObject([{ code: 'figure', attributes: {} }])
    expect(merged({ '0:code': 'hero', '0:attribute target': '0', '0:attribute voice': '0' })).toMatchObject([
      { code: 'hero', attributes: { target: 'Marrin', voice: 'author' } },
    ])
  })

  test('takes all values of a question with several, or those that all name', () => {
    const said = (speaker: string[]) => ({ attributes: { target: 'Marrin', voice: 'quoted', speaker } })
    const readings = [
      reading('A', [annotation(1, 'hero', 0, 6, said(['Orrel', 'Brisk']))]),
      reading('B', [annotation(2, 'hero', 0, 6, said(['Brisk', 'Dast']))]),
    ]
    const speakers = (choice: string) => results(readings, { '0:attribute speaker': choice })[0]?.attributes.speaker
    expect(speakers('union')).toEqual(['Orrel', 'Brisk', 'Dast'])
    expect(speakers('intersection')).toEqual(['Brisk'])
  })

  test('asks of each of several groups whether it becomes gold, but where most readings have it', () => {
    const stacked = [
      reading('A', [annotation(1, 'hero', 0, 21), annotation(2, 'villain', 0, 21)]),
      reading('B', [annotation(3, 'hero', 0, 21)]),
    ]
    const asked = openChoices(groups(stacked), {}, merging)
    expect(asked.map(({ group, question }) => [group.voices[0]?.name, question])).toEqual([['A2', null]])
    expect(results(stacked, { '1:taken': 'yes' }).map(({ code }) => code)).toEqual(['hero', 'villain'])
    expect(results(stacked, { '1:taken': 'no' }).map(({ code }) => code)).toEqual(['hero'])
  })

  test('holds a stretch that one coder split against the whole of another', () => {
    const readings = [
      reading('A', [annotation(1, 'hero', 0, 34)]),
      reading('B', [annotation(2, 'hero', 0, 6), annotation(3, 'hero', 22, 34)]),
    ]
    const members = readings.flatMap(({ letter, annotations }) =>
      annotations.map(({ id }) => ({ reading: letter, annotationId: id })),
    )
    const [group] = groupsOf({
      readings,
      rows: rowsOf(readings),
      differences: [{ type: 'D5', readings: ['A', 'B'], members }],
    })
    if (!group) throw new Error('There is no group.')
    const places = allQuestions(group, {}, merging).find(({ label }) => label === 'Words')
    expect(places?.choices.map(({ label }) => label)).toEqual([
      'A: “Marrin holds the quay for the town”',
      'B: “Marrin … for the town”',
    ])
  })
})
