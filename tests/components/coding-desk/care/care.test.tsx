import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { CodingDesk } from '@/components/coding-desk/CodingDesk'
import { BreakPrompt, minutesBeforeBreak } from '@/components/coding-desk/care/BreakPrompt'
import { ContentNote } from '@/components/coding-desk/care/ContentNote'
import { codingView, row, uuid, value } from '../coding-view'
import { withDesk } from '../open-desk'

withDesk()
afterEach(cleanup)

describe('a text that is hard to read', () => {
  test('is announced by its note, and shown when the coder says so', async () => {
    const show = jest.fn()
    render(<ContentNote note="Describes an accident." back="/studies/1" onShow={show} />)
    expect(screen.getByText('Describes an accident.')).toBeTruthy()
    expect(screen.getByRole('link', { name: 'Back to my work' }).getAttribute('href')).toBe('/studies/1')
    await userEvent.click(screen.getByRole('button', { name: 'Show the article' }))
    expect(show).toHaveBeenCalled()
  })

  test('offers a break after a while, and again after as long a while', async () => {
    const seconds = (breaks: number) => breaks * minutesBeforeBreak * 60
    const desk = render(<BreakPrompt activeSeconds={seconds(1) - 1} back="/studies/1" />)
    expect(screen.queryByRole('status')).toBeNull()
    desk.rerender(<BreakPrompt activeSeconds={seconds(1)} back="/studies/1" />)
    expect(screen.getByRole('status').textContent).toContain(`${minutesBeforeBreak} minutes`)
    await userEvent.click(screen.getByRole('button', { name: 'Keep coding' }))
    expect(screen.queryByRole('status')).toBeNull()
    desk.rerender(<BreakPrompt activeSeconds={seconds(2)} back="/studies/1" />)
    expect(screen.getByRole('status').textContent).toContain(`${2 * minutesBeforeBreak} minutes`)
  })

  test('shows nothing of itself, nor what is coded in it, before the coder wants to see it', async () => {
    const view = codingView({ rows: [row(uuid(20), value('hero', 0, 6))] })
    const metadata = { content_note: 'Describes an accident.' }
    render(<CodingDesk view={{ ...view, document: { ...view.document, metadata } }} />)
    expect(screen.getByText('Describes an accident.')).toBeTruthy()
    expect(screen.queryByRole('textbox')).toBeNull()
    expect(document.body.textContent).not.toContain('Marrin')
    await userEvent.click(screen.getByRole('button', { name: 'Show the article' }))
    expect(await screen.findByRole('textbox', { name: /Text of/ })).toBeTruthy()
  })
})
