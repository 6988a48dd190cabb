import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { row, uuid, value } from './coding-view'
import { openDesk, select, withDesk } from './open-desk'
import { panelCodebook as codebook } from './panel-codebook'

withDesk()

const tray = () => screen.getByRole('region', { name: 'Codebook' })
const rows = [row(uuid(20), value('hero', 0, 6, { attributes: { target: 'Marrin' } }))]

describe('the codebook beside the text', () => {
  test('opens with a key on the code in hand, with what it includes, excludes and is mistaken for', async () => {
    const user = userEvent.setup()
    await openDesk({ codebook, rows })
    await user.click(await screen.findByRole('button', { name: /Hero.*Marrin/s }))
    await user.keyboard('{F1}')
    expect(within(tray()).getByText('Casts the target as admirable.')).toBeTruthy()
    expect(within(tray()).getByText('Neutral titles.')).toBeTruthy()
    expect(within(tray()).getByText('Marrin commands the fleet. — rank only')).toBeTruthy()
    await user.keyboard('{F1}')
    expect(within(tray()).queryByText('Neutral titles.')).toBeNull()
  })

  test('follows the code in hand', async () => {
    const user = userEvent.setup()
    await openDesk({ codebook })
    await user.keyboard('{F1}')
    expect(within(tray()).getByText('Code the shortest stretch that carries the frame.')).toBeTruthy()
    await select('company')
    await user.keyboard('h')
    expect(within(tray()).getByText('Casts the target as admirable.')).toBeTruthy()
  })

  test('shows its version, all codes and their rules', async () => {
    const user = userEvent.setup()
    await openDesk({ codebook })
    await user.click(within(tray()).getByRole('button', { name: /Codebook.*version 1\.2\.0/ }))
    await user.click(within(tray()).getByRole('button', { name: /^Villain/ }))
    expect(within(tray()).getByText('The codebook says nothing more about this code.')).toBeTruthy()
    await user.click(within(tray()).getByRole('button', { name: 'All codes' }))
    expect(within(tray()).getByRole('button', { name: /Conflict.*for the whole article/ })).toBeTruthy()
  })

  test('is searched by typing, from anywhere with a key, and leads to the code', async () => {
    const user = userEvent.setup()
    await openDesk({ codebook })
    await user.keyboard('{Shift>}{F1}{/Shift}neutral')
    expect(document.activeElement).toBe(screen.getByLabelText('Search the codebook'))
    expect(within(tray()).getByText('Neutral titles.')).toBeTruthy()
    expect(within(tray()).getByRole('status').textContent).toBe('1 place')
    await user.click(within(tray()).getByRole('button', { name: 'Hero' }))
    expect(within(tray()).getByText('Casts the target as admirable.')).toBeTruthy()
    await user.type(screen.getByLabelText('Search the codebook'), 'nowhere')
    expect(within(tray()).getByText('No passage holds all these words.')).toBeTruthy()
  })

  test('says what changed since the coder’s last coding, and leads there', async () => {
    const user = userEvent.setup()
    const change = { subject: 'code', key: 'hero', label: 'Hero', what: 'exclude' } as const
    const gone = { subject: 'code', key: 'rebel', label: 'Rebel', what: 'removed', before: [], after: [] } as const
    const changes = [
      { ...change, before: ['Titles.'], after: ['Neutral titles.'] },
      { ...gone, before: [], after: [] },
    ]
    await openDesk({ codebook, codebookNews: { since: '1.1.0', changes } })
    await user.click(within(tray()).getByRole('button', { name: /2 changes/ }))
    expect(within(tray()).getByText('Changed since your last coding (version 1.1.0)')).toBeTruthy()
    expect(within(tray()).getByText('Titles.').tagName).toBe('DEL')
    expect(within(tray()).queryByRole('button', { name: 'Rebel' })).toBeNull()
    const [news] = within(tray()).getAllByRole('button', { name: 'Hero' })
    if (news) await user.click(news)
    expect(within(tray()).getByText('Casts the target as admirable.')).toBeTruthy()
  })
})
