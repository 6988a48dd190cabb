import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { ReleaseForm } from '@/components/settings/release-form'
import { RoundSwitchBoxes } from '@/components/settings/round-switch-boxes'
import { ShowNamesBox } from '@/components/settings/show-names-box'
import { StudySettingsForm } from '@/components/settings/study-settings-form'
import type { FormAction } from '@/components/ui/form'

function collecting(): { sent: Record<string, unknown>[]; save: FormAction<void> } {
  const sent: Record<string, unknown>[] = []
  const save: FormAction<void> = async (_, form) => {
    sent.push(Object.fromEntries(form))
    return {}
  }
  return { sent, save }
}

describe('the settings of a study', () => {
  test('are sent together, a hidden fact as a ticked box', async () => {
    const { sent, save } = collecting()
    const blinding = { hideOutlet: true, hideAuthor: false, hidePublished: false, hideUrl: false }
    const settings = { title: 'Harbour', description: '', defaultUnit: 'sentence' as const, blinding }
    render(<StudySettingsForm studyId="s1" settings={settings} save={save} />)
    await userEvent.click(screen.getByLabelText('Author'))
    await userEvent.selectOptions(screen.getByLabelText('Unit in which agreement is read first'), 'Paragraph')
    await userEvent.click(screen.getByRole('button', { name: 'Save settings' }))
    const wanted = { studyId: 's1', title: 'Harbour', description: '', defaultUnit: 'paragraph' }
    expect(sent).toEqual([{ ...wanted, hideOutlet: 'on', hideAuthor: 'on' }])
    expect(await screen.findByText('Settings saved.')).not.toBeNull()
  })
})

describe('the switches of a round', () => {
  const round = { id: 'r1', number: 1, title: 'Main round', purpose: 'main' as const }

  test('are off with a reason, and a tick counts at once beside what is on already', async () => {
    const { sent, save } = collecting()
    const switches = { prefill: false, markAll: true }
    render(<RoundSwitchBoxes studyId="s1" round={{ ...round, switches }} save={save} />)
    expect(screen.getByRole('group', { name: 'Round 1: Main round (main)' }).textContent).toMatch(/inflate agreement/)
    await userEvent.click(screen.getByRole('checkbox', { name: /Pre-fill/ }))
    expect(sent).toEqual([{ studyId: 's1', roundId: 'r1', prefill: 'on', markAll: 'on' }])
  })
})

describe('a round', () => {
  const round = { id: 'r1', number: 1, title: 'Main round', left: [] }

  test('that is closed says what coders will see, and is opened', async () => {
    const { sent, save } = collecting()
    render(<ReleaseForm studyId="s1" round={{ ...round, releasedAt: null }} release={save} />)
    expect(screen.getByText(/they learn nothing of the review/)).not.toBeNull()
    expect(screen.getByText(/Never: names or notes of other coders/)).not.toBeNull()
    await userEvent.click(screen.getByRole('button', { name: 'Open to coders' }))
    expect(screen.getByRole('alertdialog').textContent).toMatch(/finds under Outcomes.*what was seen stays seen/)
    expect(sent).toEqual([])
    await userEvent.click(screen.getByRole('button', { name: 'Open' }))
    expect(sent).toEqual([{ studyId: 's1', roundId: 'r1', released: 'true' }])
  })

  test('says before it is opened who has texts left', async () => {
    const { sent, save } = collecting()
    const left = [{ name: 'Chi', pseudonym: 'C04', texts: 2 }]
    render(<ReleaseForm studyId="s1" round={{ ...round, left, releasedAt: null }} release={save} />)
    await userEvent.click(screen.getByRole('button', { name: 'Open to coders' }))
    expect(screen.getByRole('alertdialog').textContent).toContain('Chi (C04) has 2 texts left. Open anyway?')
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }))
    expect(sent).toEqual([])
    await userEvent.click(screen.getByRole('button', { name: 'Open to coders' }))
    await userEvent.click(screen.getByRole('button', { name: 'Open anyway' }))
    expect(sent).toEqual([{ studyId: 's1', roundId: 'r1', released: 'true' }])
  })

  test('that is open says since when, and is closed', async () => {
    const { sent, save } = collecting()
    render(<ReleaseForm studyId="s1" round={{ ...round, releasedAt: '2026-11-29T12:00:00.000Z' }} release={save} />)
    expect(screen.getByText('Open to its coders since 29 Nov 2026.')).not.toBeNull()
    await userEvent.click(screen.getByRole('button', { name: 'Close to coders' }))
    expect(sent).toEqual([{ studyId: 's1', roundId: 'r1', released: 'false' }])
  })

  test('hides names from reviewers until that is ticked', async () => {
    const { sent, save } = collecting()
    render(<ShowNamesBox studyId="s1" round={{ id: 'r1', showNames: false }} save={save} />)
    await userEvent.click(screen.getByRole('checkbox', { name: /Show reviewers who coded what/ }))
    expect(sent).toEqual([{ studyId: 's1', roundId: 'r1', showNames: 'true' }])
  })
})
