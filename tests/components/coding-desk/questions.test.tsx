import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { row, uuid, value } from './coding-view'
import { marks, openDesk, saved, select, server, text, withDesk } from './open-desk'
import { panelCodebook as codebook } from './panel-codebook'

withDesk()

const targets = [{ name: 'Sela Marrin', aliases: ['the harbour master'] }]
const stored = () => [...server.rows.values()].at(-1)?.value
const attributes = () => (stored() as { attributes: object } | undefined)?.attributes

async function codeHero() {
  const user = userEvent.setup()
  await openDesk({ codebook, targets })
  await select('company')
  await user.keyboard('h')
  return user
}

describe('the questions of a code', () => {
  test('are answered by keyboard alone: Enter goes in and on, digits choose, after the last it is the text’s turn', async () => {
    const user = await codeHero()
    await user.keyboard('{Enter}')
    expect(document.activeElement).toBe(screen.getByRole('combobox', { name: /Target/ }))
    await user.keyboard('Brisk{Enter}')
    expect(document.activeElement).toBe(screen.getByRole('radio', { name: 'author' }))
    await user.keyboard('2{Enter}')
    expect(document.activeElement).toBe(screen.getByRole('combobox', { name: /Speaker/ }))
    await user.keyboard('Orrel{Enter}Tarn{Enter}{Enter}')
    expect(document.activeElement).toBe(screen.getByRole('radio', { name: 'Yes' }))
    await user.keyboard('1{Enter}{ArrowRight} 3{Enter}')
    await waitFor(() => expect(document.activeElement).toBe(text()))
    await saved()
    await waitFor(() =>
      expect(stored()).toMatchObject({
        attributes: {
          ...{ target: 'Brisk', voice: 'quoted_direct', voice_source: ['Orrel', 'Tarn'], sure: true },
          strength: ['action', 'symbol'],
        },
        touched: ['target', 'voice', 'voice_source', 'sure', 'strength'],
      }),
    )
  })

  test('digits choose answers where they are asked, though they be keys of codes', async () => {
    const user = userEvent.setup()
    const codes = codebook.codes.map((code) => (code.key === 'villain' ? { ...code, shortcut: '2' } : code))
    await openDesk({ codebook: { ...codebook, codes }, rows: [row(uuid(20), value('hero', 0, 6))] })
    await user.click(await screen.findByRole('button', { name: /Hero.*Marrin/s }))
    screen.getByRole('radio', { name: 'author' }).focus()
    await user.keyboard('2')
    await waitFor(() =>
      expect(server.rows.get(uuid(20))?.value).toMatchObject({ code: 'hero', attributes: { voice: 'quoted_direct' } }),
    )
  })

  test('Esc leads back to the text and keeps what is typed', async () => {
    const user = await codeHero()
    await user.keyboard('{Enter}Ena Brisk{Escape}')
    await waitFor(() => expect(document.activeElement === text()).toBe(true))
    await waitFor(() => expect(attributes()).toMatchObject({ target: 'Ena Brisk' }))
  })

  test('a question that hangs on another answer comes when it is asked', async () => {
    const user = await codeHero()
    expect(screen.queryByLabelText(/Speaker/)).toBeNull()
    await user.click(screen.getByRole('radio', { name: 'paraphrase' }))
    expect(screen.getByLabelText(/Speaker/)).toBeTruthy()
  })

  test('numbers are numbers', async () => {
    const user = userEvent.setup()
    await openDesk({ codebook })
    await select('company')
    await user.keyboard('u{Enter}1,5{Escape}')
    await waitFor(() => expect(attributes()).toEqual({ amount: 1.5 }))
  })

  test('say what their answers mean when asked', async () => {
    const user = await codeHero()
    expect(screen.queryByText('Asserted by the writer.')).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Explain', description: /Voice/ }))
    expect(screen.getByText('Asserted by the writer.')).toBeTruthy()
  })

  test('an answer that the tool filled in is marked until the coder chooses it', async () => {
    const user = await codeHero()
    await waitFor(() => expect(stored()).toMatchObject({ attributes: { voice: 'author' }, touched: [] }))
    expect(screen.getByRole('button', { name: 'pre-filled' })).toBeTruthy()
    await user.click(screen.getByRole('radio', { name: 'author' }))
    await waitFor(() => expect(stored()).toMatchObject({ touched: ['voice'] }))
    expect(screen.queryByRole('button', { name: 'pre-filled' })).toBeNull()
  })
})

describe('naming a target', () => {
  const target = () => screen.getByRole('combobox', { name: /Target/ })
  const lines = () => within(screen.getByRole('listbox', { name: 'Names' })).getAllByRole('option')

  test('offers the study’s names by name and alias, and takes the name', async () => {
    const user = await codeHero()
    await user.click(target())
    await user.keyboard('master')
    expect(lines().map((line) => line.textContent)).toEqual([
      'Sela Marrinalso “the harbour master”',
      'Use “master” as a new name',
    ])
    await user.keyboard('{ArrowDown}{Enter}')
    expect((target() as HTMLInputElement).value).toBe('Sela Marrin')
    await waitFor(() => expect(attributes()).toMatchObject({ target: 'Sela Marrin' }))
  })

  test('offers the words of the annotation itself, and what this coder wrote in the study', async () => {
    const user = await codeHero()
    await user.click(target())
    expect(lines().map((line) => line.textContent)).toEqual([
      'companyFrom the text',
      'Sela MarrinNames of the study',
      'MarrinYou wrote before',
    ])
  })

  test('keeps a new name as it is typed', async () => {
    const user = await codeHero()
    await user.type(target(), 'Nia Tarn')
    await user.click(screen.getByRole('option', { name: 'Use “Nia Tarn” as a new name' }))
    await waitFor(() => expect(attributes()).toMatchObject({ target: 'Nia Tarn' }))
  })

  test('takes the name away when the field is emptied', async () => {
    const user = userEvent.setup()
    await openDesk({ codebook, rows: [row(uuid(20), value('hero', 0, 6, { attributes: { target: 'Brisk' } }))] })
    await user.click(await screen.findByRole('button', { name: /Hero.*Marrin/s }))
    await user.clear(target())
    await user.tab()
    await waitFor(() => expect(server.rows.get(uuid(20))?.value).toMatchObject({ attributes: {} }))
  })

  test('several names are chips, each to be taken away', async () => {
    const user = await codeHero()
    await user.click(screen.getByRole('radio', { name: 'paraphrase' }))
    await user.type(screen.getByRole('combobox', { name: /Speaker/ }), 'Orrel;Tarn{Enter}')
    await user.click(screen.getByRole('button', { name: 'Remove Orrel' }))
    await waitFor(() => expect(attributes()).toMatchObject({ voice_source: ['Tarn'] }))
    await user.type(screen.getByRole('combobox', { name: /Speaker/ }), '{Backspace}')
    await waitFor(() => expect(attributes()).not.toHaveProperty('voice_source'))
  })

  test('words selected in the text become the target of the annotation in hand before, with one key', async () => {
    const user = await codeHero()
    await select('Marrin')
    await user.keyboard('=')
    await waitFor(() => expect(attributes()).toMatchObject({ target: 'Marrin' }))
    expect(marks()).toHaveLength(1)
    expect((target() as HTMLInputElement).value).toBe('Marrin')
  })

  test('or with one button, for any question that takes a name', async () => {
    const user = await codeHero()
    await user.click(screen.getByRole('radio', { name: 'paraphrase' }))
    await select('Marrin')
    await user.click(screen.getByRole('button', { name: /Use as Speaker of Hero/ }))
    await waitFor(() => expect(attributes()).toMatchObject({ voice_source: ['Marrin'] }))
  })
})

describe('pre-filling', () => {
  const content = { part: 'content' as const, start: 0, end: 21 }
  const said = value('attribution', 0, 21, {
    ...{ segments: [content], attributes: { directness: 'direct', source_entity: ['Ena Brisk'] } },
    touched: ['directness', 'source_entity'],
  })

  async function codeWithin(prefill: boolean) {
    const user = userEvent.setup()
    const round = { title: 'Main round', allows: { prefill, markAll: false } }
    await openDesk({ codebook, round, rows: [row(uuid(20), said)] })
    await select('quay')
    await user.keyboard('h')
    await saved()
  }

  test('takes voice and speaker from the attribution around the span, and says so', async () => {
    await codeWithin(true)
    expect(stored()).toMatchObject({
      attributes: { voice: 'quoted_direct', voice_source: ['Ena Brisk'] },
      touched: [],
    })
    expect(screen.getAllByRole('button', { name: 'pre-filled' })).toHaveLength(2)
  })

  test('does nothing in rounds that do not allow it', async () => {
    await codeWithin(false)
    expect(stored()).toMatchObject({ attributes: { voice: 'author' } })
  })
})
