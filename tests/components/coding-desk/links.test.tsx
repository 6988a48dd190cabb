import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { curve } from '@/components/coding-desk/links/curve'
import type { CodedRow } from '@/lib/coding/change'
import { row, uuid, value } from './coding-view'
import { openDesk, server, text, withDesk } from './open-desk'
import { panelCodebook as codebook } from './panel-codebook'

withDesk()

const [hero, said, one, two] = [uuid(20), uuid(21), uuid(22), uuid(23)]
const content = { part: 'content' as const, start: 0, end: 21 }
const rows = [
  row(hero, value('hero', 0, 6, { attributes: { target: 'Marrin' } })),
  row(said, value('attribution', 0, 21, { segments: [content] })),
  row(one, value('figure', 26, 33)),
  row(two, value('figure', 34, 39)),
]
const linked: CodedRow = {
  ...{ id: uuid(40), kind: 'link', version: 1, deleted: false },
  value: { relation: 'voiced_in', from: hero, to: said },
}

const links = () => [...server.rows.values()].flatMap((of) => (of.kind === 'link' && !of.deleted ? [of.value] : []))
const section = (name: string) => screen.getByRole('heading', { name }).closest('section') as HTMLElement

async function choose(name: RegExp, more: Parameters<typeof openDesk>[0] = {}) {
  const user = userEvent.setup()
  await openDesk({ codebook, rows, ...more })
  await user.click(await screen.findByRole('button', { name }))
  return user
}

describe('links between annotations', () => {
  test('one that the text suggests is made with one press, and undone', async () => {
    const user = await choose(/Hero.*Marrin/s)
    await user.click(screen.getByRole('button', { name: /Suggested.*Voiced in: Attribution “Marrin holds the quay”/ }))
    await waitFor(() => expect(links()).toEqual([{ relation: 'voiced_in', from: hero, to: said }]))
    expect(screen.getByText(/Linked: Voiced in/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: /Suggested/ })).toBeNull()
    expect(document.activeElement).toBe(text())
    await user.keyboard('{Control>}z{/Control}')
    await waitFor(() => expect(links()).toEqual([]))
  })

  test('are no longer being made when another annotation was in hand in between', async () => {
    const user = await choose(/Hero.*Marrin/s)
    await user.keyboard('{Alt>}l{/Alt}')
    expect(screen.getByRole('region', { name: 'Annotations to link to' })).toBeTruthy()
    await user.keyboard(']')
    await user.keyboard('[[')
    expect(screen.getByRole('heading', { name: 'Links' })).toBeTruthy()
    expect(screen.queryByRole('region', { name: 'Annotations to link to' })).toBeNull()
  })

  test('are made by keyboard: a key, then the other annotation in the list', async () => {
    const user = await choose(/Figure.*company/s)
    await user.keyboard('{Alt>}l{/Alt}')
    const picker = screen.getByRole('region', { name: 'Annotations to link to' })
    await waitFor(() => expect(document.activeElement).toBe(within(picker).getByLabelText('How')))
    await user.selectOptions(within(picker).getByLabelText('How'), 'Contradicts →')
    expect(
      within(picker)
        .getAllByRole('button')
        .map((button) => button.textContent),
    ).toEqual(['Figureneeds detailswaits', 'Stop linking'])
    await user.tab()
    await user.keyboard('{Enter}')
    await waitFor(() => expect(links()).toEqual([{ relation: 'contradicts', from: one, to: two }]))
    expect(document.activeElement).toBe(text())
  })

  test('Esc stops linking and leaves the annotation in hand', async () => {
    const user = await choose(/Hero.*Marrin/s)
    await user.keyboard('{Alt>}l{/Alt}{Escape}')
    expect(screen.queryByRole('region', { name: 'Annotations to link to' })).toBeNull()
    expect(screen.getByRole('button', { name: 'Link to …' })).toBeTruthy()
  })

  test('stand at both ends, lead from one to the other, and are told when one comes there', async () => {
    const user = await choose(/Hero.*Marrin/s, { rows: [...rows, linked] })
    expect(screen.getByText('Hero: Marrin (one link)')).toBeTruthy()
    await user.click(within(section('Links')).getByRole('button', { name: /^Voiced in.*from here to.*Attribution/ }))
    const back = within(section('Links')).getByRole('button', { name: /^Voiced in.*to here from.*Hero/ })
    await user.click(back)
    expect(screen.getByLabelText(/Target/)).toBeTruthy()
  })

  test('are taken away at either end', async () => {
    const user = await choose(/Attribution.*Marrin holds/s, { rows: [...rows, linked] })
    await user.click(screen.getByRole('button', { name: /Remove the link: Voiced in, Hero/ }))
    await waitFor(() => expect(links()).toEqual([]))
    expect(document.activeElement).toBe(text())
  })

  test('can only be followed when the coding is submitted', async () => {
    await choose(/Hero.*Marrin/s, { rows: [...rows, linked], state: 'submitted' })
    expect(within(section('Links')).getAllByRole('button')).toHaveLength(1)
  })

  test('are not offered where the codebook has none', async () => {
    await choose(/Hero.*Marrin/s, { codebook: { ...codebook, relations: [] } })
    expect(screen.queryByRole('heading', { name: 'Links' })).toBeNull()
  })
})

describe('the curve of a link', () => {
  const xs = (path: string) => [...path.matchAll(/(-?[\d.]+) -?[\d.]+/g)].map(([, x]) => Number(x))

  test('stays in the margin before the words, however far apart the ends are', () => {
    for (const to of [12, 100, 5000]) {
      const places = xs(curve({ from: 10, to, edge: 50, isRtl: false }))
      expect(Math.max(...places)).toBeLessThan(50)
      expect(Math.min(...places)).toBeGreaterThan(30)
    }
  })

  test('lies on the other side where lines begin at the right', () => {
    expect(Math.min(...xs(curve({ from: 10, to: 90, edge: 600, isRtl: true })))).toBeGreaterThan(600)
  })

  test('is a loop where both ends stand on one line', () => {
    expect(curve({ from: 10, to: 10, edge: 50, isRtl: false })).toContain('M46 5')
  })
})
