import { MentionsOfMe } from '@/components/discussion/MentionsOfMe'
import { EligibilityClaims } from '@/components/study/eligibility-claims'
import { LiveRefresh } from '@/components/study/live-refresh'
import { MyWork } from '@/components/study/my-work'
import { NextSteps } from '@/components/study/next-steps'
import { ProgressBoard } from '@/components/study/progress-board'
import { RoundTimes } from '@/components/study/round-times'
import { Notice } from '@/components/ui/notice'
import { Section } from '@/components/ui/page-header'
import { discussion as discussionWords } from '@/components/words/discussion'
import { study as words } from '@/components/words/study'
import type { Actor } from '@/lib/actor'
import { may } from '@/lib/policy'
import { readActiveTime } from '@/lib/verbs/active-time'
import { readCodebook } from '@/lib/verbs/codebooks'
import { listMyCodings } from '@/lib/verbs/codings'
import { listMentions } from '@/lib/verbs/discussions'
import { readProgress } from '@/lib/verbs/progress'
import { reading } from '../../../reading'
import { studyOf } from '../study'
import { decide } from './actions'

interface PartProps {
  actor: Actor
  studyId: string
}

async function OwnWork({ actor, studyId, pseudonym }: PartProps & { pseudonym: string }) {
  return <MyWork studyId={studyId} pseudonym={pseudonym} codings={await listMyCodings(actor, { studyId })} />
}

async function Progress({ actor, studyId, manages }: PartProps & { manages: boolean }) {
  const progress = await reading(readProgress(actor, { studyId }))
  if ('refused' in progress) {
    return (
      <Section title={words.progress}>
        <Notice>{progress.refused}</Notice>
      </Section>
    )
  }
  if (progress.found.coders.length === 0) return null
  return (
    <>
      {manages && <EligibilityClaims studyId={studyId} {...progress.found} decide={decide} />}
      <ProgressBoard studyId={studyId} {...progress.found} />
      {manages && <RoundTimes rounds={await readActiveTime(actor, { studyId })} />}
    </>
  )
}

async function Setup({ actor, studyId, documents, coders }: PartProps & { documents: number; coders: number }) {
  const { codebook } = await readCodebook(actor, { studyId })
  const codes = codebook.codes.filter((code) => code.enabled).length
  if (documents > 0 && coders > 1 && codes > 0) return null
  return <NextSteps studyId={studyId} documents={documents} coders={coders} codes={codes} />
}

async function Mentions({ actor, studyId, reviews }: PartProps & { reviews: boolean }) {
  const mentions = await listMentions(actor, { studyId })
  if (mentions.length === 0) return null
  return (
    <Section title={discussionWords.mentions}>
      <MentionsOfMe studyId={studyId} mentions={mentions} reviews={reviews} />
    </Section>
  )
}

/** The front page of a study: what waits for me, and for who runs it, what to do next and how far everybody is. */
export default async function StudyPage({ params }: { params: Promise<{ studyId: string }> }) {
  const study = await studyOf((await params).studyId)
  if ('refused' in study) return null
  const { actor } = study
  const { id: studyId, title, description, roles, pseudonym, documents, coders } = study.found
  const codesHere = may(roles, 'codings.do')
  return (
    <>
      <LiveRefresh studyId={studyId} without={codesHere ? [] : ['review']} />
      <h1 className="sr-only">{title}</h1>
      {description && <p className="mb-8 max-w-2xl text-lg">{description}</p>}
      <div className="space-y-12">
        {may(roles, 'documents.import') && (
          <Setup actor={actor} studyId={studyId} documents={documents} coders={coders} />
        )}
        {codesHere && <OwnWork actor={actor} studyId={studyId} pseudonym={pseudonym} />}
        <Mentions actor={actor} studyId={studyId} reviews={may(roles, 'review.read')} />
        {may(roles, 'progress.read') && documents > 0 && (
          <Progress actor={actor} studyId={studyId} manages={may(roles, 'codings.manage')} />
        )}
      </div>
    </>
  )
}
