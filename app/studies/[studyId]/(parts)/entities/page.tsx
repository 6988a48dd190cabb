import type { Metadata } from 'next'
import { ApprovedNames } from '@/components/entities/approved-names'
import { ArchivedNames } from '@/components/entities/archived-names'
import { NewNameForm } from '@/components/entities/new-name-form'
import { UnknownWords } from '@/components/entities/unknown-words'
import { LiveRefresh } from '@/components/study/live-refresh'
import { Refusal } from '@/components/ui/narrow-frame'
import { Notice } from '@/components/ui/notice'
import { PageHeader, Section } from '@/components/ui/page-header'
import { entities as words } from '@/components/words/entities'
import { listEntities, listUnknownWords } from '@/lib/verbs/entities'
import { reading } from '../../../../reading'
import { requireActor } from '../../../../require-actor'
import { idFrom } from '../../study'
import * as actions from './actions'

export const metadata: Metadata = { title: words.title }

/** Where the lead says which words stand for one person, body, group, place or event. */
export default async function EntitiesPage({ params }: { params: Promise<{ studyId: string }> }) {
  const actor = await requireActor()
  const studyId = idFrom((await params).studyId)
  const answer = await reading(listEntities(actor, { studyId }))
  if ('refused' in answer) return <Refusal>{answer.refused}</Refusal>
  const { approved, archived } = answer.found
  const unknown = await reading(listUnknownWords(actor, { studyId }))
  const send = { ...actions }
  return (
    <>
      <LiveRefresh studyId={studyId} without={['review', 'discussion']} />
      <PageHeader title={words.title}>{words.lead}</PageHeader>
      <Section title={words.unknown} note={words.unknownNote}>
        {'refused' in unknown ? (
          <Notice>{unknown.refused}</Notice>
        ) : (
          <UnknownWords
            studyId={studyId}
            groups={unknown.found.words}
            more={unknown.found.more}
            approved={approved}
            send={send}
          />
        )}
      </Section>
      <Section title={words.approved} note={words.approvedNote}>
        <ApprovedNames studyId={studyId} approved={approved} send={send} />
      </Section>
      <Section title={words.add} note={words.addNote}>
        <NewNameForm studyId={studyId} approve={actions.approve} />
      </Section>
      {archived.length > 0 && (
        <Section title={words.archived} note={words.archivedNote}>
          <ArchivedNames studyId={studyId} archived={archived} restore={actions.restore} />
        </Section>
      )}
    </>
  )
}
