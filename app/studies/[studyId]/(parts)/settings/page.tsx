import type { Metadata } from 'next'
import { ReleaseForm } from '@/components/settings/release-form'
import { RoundSwitchBoxes } from '@/components/settings/round-switch-boxes'
import { ShowNamesBox } from '@/components/settings/show-names-box'
import { StudySettingsForm } from '@/components/settings/study-settings-form'
import { Refusal } from '@/components/ui/narrow-frame'
import { PageHeader, Section } from '@/components/ui/page-header'
import { settings as words } from '@/components/words/settings'
import { readStudySettings } from '@/lib/verbs/settings'
import { reading } from '../../../../reading'
import { requireActor } from '../../../../require-actor'
import { idFrom } from '../../study'
import { saveRelease, saveSettings, saveShowNames, saveSwitches } from './actions'

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
      <Section title={words.review} note={words.reviewNote}>
        <div className="grid gap-10">
          {rounds.map((round) => (
            <div key={round.id} className="grid gap-4">
              <ReleaseForm studyId={studyId} round={round} release={saveRelease} />
              <ShowNamesBox studyId={studyId} round={round} save={saveShowNames} />
            </div>
          ))}
        </div>
      </Section>
    </>
  )
}
