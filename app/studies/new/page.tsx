import type { Metadata } from 'next'
import { NewStudyForm } from '@/components/study/new-study-form'
import { Frame } from '@/components/ui/frame'
import { PageHeader } from '@/components/ui/page-header'
import { study } from '@/components/words/study'
import { requireActor } from '../../require-actor'
import { create } from './actions'

export const metadata: Metadata = { title: study.newTitle }

/** A new study: a title is enough. */
export default async function NewStudyPage() {
  const actor = await requireActor()
  return (
    <Frame name={actor.name}>
      <PageHeader title={study.newTitle}>{study.newLead}</PageHeader>
      <NewStudyForm create={create} />
    </Frame>
  )
}
