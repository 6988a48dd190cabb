import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { row, uuid, value } from './coding-view'
import { marks, openDesk, saved, select, server, text, withDesk } from './open-desk'

withDesk()

describe('the coding desk', () => {
  test('shows the text line by line and every annotation on it, nested ones too', async () => {
    await openDesk({ rows: [row(uuid(20), value('hero', 0, 21)), row(uuid(21), value('villain', 7, 12))] })
    expect(Array.from(text().querySelectorAll('p'), (line) => line.textContent)).toEqual([
      'Marrin holds the quay',
      'The company waits.',
    ])
    await waitFor(() => expect(marks().length).toBeGreaterThan(1))
    const inner = marks().filter((mark) => mark.dataset.annotation === uuid(21))
    expect(inner.map((mark) => mark.textContent).join('')).toBe('holds')
    expect(inner[0]?.className).toContain('line-double')
  })

  test('codes the selected words with a key, sends them, and takes them back with Ctrl+Z', async () => {
    const user = userEvent.setup()
    await openDesk()
    await select('company ')
    await user.keyboard('v')
    expect(marks().map((mark) => mark.textContent)).toEqual(['company'])
    await saved()
    const [stored] = server.rows.values()
    expect(stored).toMatchObject({ value: { code: 'villain', segments: [{ part: 'span', start: 26, end: 33 }] } })
    await user.keyboard('{Control>}z{/Control}')
    await waitFor(() => expect([...server.rows.values()].map(({ deleted }) => deleted)).toEqual([true]))
    expect(marks()).toEqual([])
  })

  test('asks the questions of the code and keeps the answers', async () => {
    const user = userEvent.setup()
    await openDesk()
    await select('company')
    await user.click(screen.getByRole('button', { name: /Villain/ }))
    await user.type(screen.getByLabelText(/Target/), 'Brisk')
    await user.click(screen.getByRole('radio', { name: 'quoted' }))
    await user.type(screen.getByLabelText(/Speaker/), 'Marrin; Orrel')
    await user.click(screen.getByRole('checkbox', { name: /unsure/ }))
    await saved()
    await waitFor(() =>
      expect([...server.rows.values()][0]?.value).toMatchObject({
        attributes: { target: 'Brisk', voice: 'quoted', speaker: ['Marrin', 'Orrel'] },
        unsure: true,
        touched: ['target', 'voice', 'speaker'],
      }),
    )
  })

  test('takes nothing out of a field while it is being written in, however slowly', async () => {
    const user = userEvent.setup()
    await openDesk({ rows: [row(uuid(20), value('hero', 0, 6, { attributes: { voice: 'quoted' } }))] })
    await user.click(await screen.findByRole('button', { name: /Hero.*Marrin/s }))
    const speaker = screen.getByLabelText<HTMLInputElement>(/Speaker/)
    const kept = () => server.rows.get(uuid(20))?.value
    await user.type(speaker, 'Marrin; ')
    await waitFor(() => expect(kept()).toMatchObject({ attributes: { speaker: ['Marrin'] } }))
    await user.type(speaker, 'Orrel;')
    await waitFor(() => expect(kept()).toMatchObject({ attributes: { speaker: ['Marrin', 'Orrel'] } }))
    expect(speaker.value).toBe('Marrin; Orrel;')
    await user.tab()
    await waitFor(() => expect(speaker.value).toBe('Marrin; Orrel'))
  })

  test('shows in a field that is being written in what another tab or an undo put there', async () => {
    const user = userEvent.setup()
    await openDesk({ rows: [row(uuid(20), value('hero', 0, 6))] })
    await user.click(await screen.findByRole('button', { name: /Hero.*Marrin/s }))
    const note = screen.getByLabelText<HTMLTextAreaElement>('Note')
    const kept = () => server.rows.get(uuid(20))?.value
    await user.type(note, 'why')
    await waitFor(() => expect(kept()).toMatchObject({ note: 'why' }))
    const [undo] = screen.getAllByRole('button', { name: 'Undo' })
    if (undo) fireEvent.click(undo)
    await waitFor(() => expect(kept()).toMatchObject({ note: '' }))
    expect(document.activeElement).toBe(note)
    expect(note.value).toBe('')
  })

  test('changes the code of a chosen annotation and deletes it', async () => {
    const user = userEvent.setup()
    await openDesk({ rows: [row(uuid(20), value('hero', 0, 6))] })
    await user.click(await screen.findByRole('button', { name: /Hero.*Marrin/s }))
    await user.keyboard('v')
    await waitFor(() => expect(server.rows.get(uuid(20))).toMatchObject({ version: 2, value: { code: 'villain' } }))
    await user.click(screen.getByRole('button', { name: 'Delete' }))
    await waitFor(() => expect(server.rows.get(uuid(20))).toMatchObject({ version: 3, deleted: true }))
    expect(marks()).toEqual([])
    const said = screen.getByText('Villain deleted. Undo brings it back.').closest('[role=status]')
    expect(said?.classList.contains('sr-only')).toBe(false)
  })

  test('drops what is being written when another code no longer asks for it', async () => {
    const user = userEvent.setup()
    await openDesk({ rows: [row(uuid(20), value('hero', 0, 6))] })
    await user.click(await screen.findByRole('button', { name: /Hero.*Marrin/s }))
    await user.type(screen.getByLabelText(/Target/), 'Brisk')
    await user.click(screen.getByRole('button', { name: /Figure/ }))
    await saved()
    await waitFor(() =>
      expect(server.rows.get(uuid(20))?.value).toMatchObject({ code: 'figure', attributes: {}, touched: [] }),
    )
  })

  test('leaves the text as it is, whatever is typed, pasted or cut', async () => {
    const user = userEvent.setup()
    await openDesk()
    const before = text().textContent
    await select('Marrin')
    await user.keyboard('zz{Enter}{Backspace}{Delete}')
    await user.paste('something else')
    await user.cut()
    expect(text().textContent).toBe(before)
  })

  test('says when the server is away, and that nothing is lost', async () => {
    const user = userEvent.setup()
    await openDesk()
    server.fault = 'unreachable'
    await select('company')
    await user.keyboard('h')
    expect(await screen.findByText('Offline · 1 change kept here')).toBeTruthy()
    server.fault = null
    await user.click(screen.getByRole('button', { name: 'Try now' }))
    await saved()
    expect(server.rows.size).toBe(1)
  })

  test('reads out trouble with saving and its end, but not that each stroke was saved', async () => {
    const user = userEvent.setup()
    const status = () => document.querySelector('[data-save]')
    await openDesk()
    await saved()
    await select('company')
    await user.keyboard('h')
    await saved()
    expect(status()?.getAttribute('aria-live')).toBe('off')
    server.fault = 'unreachable'
    await user.keyboard('v')
    await screen.findByText('Offline · 1 change kept here')
    expect(status()?.getAttribute('aria-live')).toBe('polite')
    server.fault = null
    await user.click(screen.getByRole('button', { name: 'Try now' }))
    await saved()
    expect(status()?.getAttribute('aria-live')).toBe('polite')
    await user.keyboard('h')
    await waitFor(() => expect(status()?.getAttribute('aria-live')).toBe('off'))
  })

  test('says where the codes are', async () => {
    await openDesk()
    const where = 'choose one in the bar at the bottom of the window.'
    expect(screen.getByText(`Select words in the text and press the key of a code, or ${where}`)).toBeTruthy()
    await select('quay')
    expect(screen.getByText(`Press the key of a code, or ${where}`)).toBeTruthy()
  })

  test('says the same words a second time, too', async () => {
    const user = userEvent.setup()
    await openDesk()
    await user.keyboard('h')
    const first = screen.getByText('Select words first.')
    await user.keyboard('h')
    expect(screen.getByText('Select words first.') === first).toBe(false)
  })

  test('submits nothing to code only when the coder says so', async () => {
    const user = userEvent.setup()
    await openDesk()
    await user.click(screen.getByRole('button', { name: 'Nothing to code here' }))
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Submit: nothing to code' }))
    expect(await screen.findByText('Submitted with nothing to code.')).toBeTruthy()
    expect(server.submitted).toBe(true)
    expect(screen.queryByRole('region', { name: 'Codes' })).toBeNull()
  })

  test('says of a coding submitted offline that it will be submitted as soon as there is a connection', async () => {
    const user = userEvent.setup()
    await openDesk()
    server.fault = 'unreachable'
    await user.click(screen.getByRole('button', { name: 'Nothing to code here' }))
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Submit: nothing to code' }))
    expect(await screen.findByText(/It will be submitted as soon as you are online/)).toBeTruthy()
    server.fault = null
    await user.click(screen.getByRole('button', { name: 'Try now' }))
    expect(await screen.findByText('Submitted with nothing to code.')).toBeTruthy()
  })

  test('undoes nothing while a submit waits, and all of it once the submit is not accepted', async () => {
    const user = userEvent.setup()
    await openDesk()
    await select('company')
    await user.keyboard('u')
    await saved()
    server.fault = 'unreachable'
    await user.click(screen.getByRole('button', { name: 'Submit coding' }))
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Submit coding' }))
    await screen.findByText(/It will be submitted as soon as you are online/)
    await user.keyboard('{Control>}z{/Control}')
    server.fault = 422
    await user.click(screen.getByRole('button', { name: 'Try now' }))
    await screen.findByRole('button', { name: '1 not accepted' })
    server.fault = null
    expect(marks()).toHaveLength(1)
    await user.keyboard('{Control>}z{/Control}')
    await waitFor(() => expect(marks()).toEqual([]))
  })

  test('does not submit while required details are missing, and shows which', async () => {
    const user = userEvent.setup()
    await openDesk({ rows: [row(uuid(20), value('hero', 0, 6))] })
    await user.click(screen.getByRole('button', { name: 'Submit coding' }))
    const dialog = screen.getByRole('dialog', { name: 'Not complete yet' })
    expect(within(dialog).queryByRole('button', { name: 'Submit coding' })).toBeNull()
    await user.click(within(dialog).getByRole('button', { name: /Hero/ }))
    expect(screen.getByLabelText(/Target/)).toBeTruthy()
  })

  test('leads on to the next article when it is submitted', async () => {
    await openDesk({ state: 'submitted' })
    expect(screen.getByRole('link', { name: 'Go to the next article' })).toBeTruthy()
    expect(screen.queryByRole('link', { name: 'Back to my work' })).toBeNull()
  })

  test('leads back to the own work when all other codings are submitted too', async () => {
    await openDesk({ state: 'submitted', isLast: true })
    expect(screen.getByRole('link', { name: 'Back to my work' })).toBeTruthy()
    expect(screen.getByRole('link', { name: 'Go to the next article' })).toBeTruthy()
  })

  test('can only be read when it is submitted', async () => {
    const user = userEvent.setup()
    await openDesk({ state: 'submitted', rows: [row(uuid(20), value('hero', 0, 6, { note: 'sure' }))] })
    expect(screen.getByText('Submitted.')).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Submit coding' })).toBeNull()
    await user.click(await screen.findByRole('button', { name: /Hero/ }))
    expect(screen.getByText('sure')).toBeTruthy()
    await user.keyboard('v{Delete}')
    expect(marks()).toHaveLength(1)
    expect(server.lists).toEqual([])
  })
})
