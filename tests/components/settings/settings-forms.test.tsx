import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { RoundSwitchBoxes } from '@/components/settings/round-switch-boxes'
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
