import type { Metadata } from 'next'
import { RoundSwitchBoxes } from '@/components/settings/round-switch-boxes'
import { StudySettingsForm } from '@/components/settings/study-settings-form'
import { Refusal } from '@/components/ui/frame'
import { PageHeader, Section } from '@/components/ui/page-header'
import { settings as words } from '@/components/words/settings'
import { readStudySettings } from '@/lib/verbs/settings'
import { reading } from '../../../../reading'
import { requireActor } from '../../../../require-actor'
import { idFrom } from '../../study'
import { saveSettings, saveSwitches } from './actions'

export const metadata: Metadata = { title: words.title }

/** What the lead can set of the study and of each of its rounds. */
export default async function SettingsPage({ params }: { params: Promise<{ studyId: string }> }) {
  const actor = await requireActor()
  const studyId = idFrom((await params).studyId)
  const answer = await reading(readStudySettings(actor, { studyId }))
  if ('refused' in answer) return <Refusal>{answer.refused}</Refusal>
  const { rounds, ...settings } = answer.found
  return (
    <>
      <PageHeader title={words.title} />
      <Section title={words.study}>
        <StudySettingsForm studyId={studyId} settings={settings} save={saveSettings} />
      </Section>
      <Section title={words.rounds} note={words.roundsNote}>
        <div className="grid max-w-2xl gap-8">
          {rounds.map((round) => (
            <RoundSwitchBoxes key={round.id} studyId={studyId} round={round} save={saveSwitches} />
          ))}
        </div>
      </Section>
    </>
  )
}
