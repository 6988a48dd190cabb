import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { AnnotationFinder } from '@/components/coding-desk/panel/AnnotationFinder'
import type { AnnotationValue } from '@/lib/coding/annotation'
import { uuid, value } from './coding-view'
import { withDesk } from './open-desk'
import { panelCodebook as codebook } from './panel-codebook'

withDesk()

const codes = new Map(codebook.codes.map((code) => [code.key, code]))
const picked = jest.fn()

function annotation(id: number, code: string, start: number, more: Partial<AnnotationValue> = {}) {
  return { id: uuid(id), start, end: start + 5, value: value(code, start, start + 5, more) }
}

const named = { attributes: { target: 'Marrin' } }
const few = [
  annotation(26, 'villain', 0, named),
  annotation(25, 'hero', 10, named),
  annotation(24, 'hero', 20),
  annotation(23, 'attribution', 30, {
    segments: [
      { part: 'source', start: 30, end: 32 },
      { part: 'content', start: 33, end: 35 },
    ],
  }),
  annotation(22, 'hero', 40, named),
  annotation(21, 'hero', 50, named),
]

function list(annotations = few) {
  const links = [{ id: uuid(40), value: { relation: 'voiced_in', from: uuid(25), to: uuid(23) } }]
  const quoteOf = ({ start }: { start: number }) => `words at ${start}`
  render(<AnnotationFinder {...{ annotations, links, codes, codebook, quoteOf }} onPick={picked} />)
  return userEvent.setup()
}

const lines = () =>
  within(screen.getByRole('list'))
    .getAllByRole('button')
    .map((line) => line.textContent)

describe('the list of annotations', () => {
  test('is in the order of the text and shows who is meant, parts, links and what is missing', () => {
    list()
    expect(lines()).toEqual([
      'VillainMarrinwords at 0',
      'HeroMarrin1 linkwords at 10',
      'Heroneeds detailswords at 20',
      'Attributionsource · content1 linkwords at 30',
      'HeroMarrinwords at 40',
      'HeroMarrinwords at 50',
    ])
  })

  test('is narrowed to one code, or to what lacks details', async () => {
    const user = list()
    await user.selectOptions(screen.getByLabelText('List'), 'Hero (4)')
    expect(lines()).toHaveLength(4)
    await user.selectOptions(screen.getByLabelText('List'), 'Needs details (1)')
    expect(lines()).toEqual(['Heroneeds detailswords at 20'])
  })

  test('is ordered by code, or the newest first', async () => {
    const user = list()
    await user.selectOptions(screen.getByLabelText('Order'), 'by code')
    expect(lines()[0]).toContain('Hero')
    expect(lines().at(-1)).toContain('Attribution')
    await user.selectOptions(screen.getByLabelText('Order'), 'newest first')
    expect(lines()[0]).toContain('words at 0')
  })

  test('takes the chosen one in hand', async () => {
    const user = list()
    await user.click(screen.getByRole('button', { name: /words at 30/ }))
    expect(picked).toHaveBeenCalledWith(uuid(23))
  })

  test('of thousands shows a hundred at a time', async () => {
    const user = list(Array.from({ length: 3000 }, (_, at) => annotation(1000 + at, 'hero', at * 10, named)))
    expect(lines()).toHaveLength(100)
    await user.click(screen.getByRole('button', { name: 'Show 100 more' }))
    expect(lines()).toHaveLength(200)
  })

  test('of a few needs no controls', () => {
    list(few.slice(0, 3))
    expect(screen.queryByLabelText('Show')).toBeNull()
  })
})
