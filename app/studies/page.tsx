import type { Metadata } from 'next'
import { StudyList } from '@/components/study/study-list'
import { ButtonLink } from '@/components/ui/button-link'
import { Frame } from '@/components/ui/frame'
import { PageHeader } from '@/components/ui/page-header'
import { study } from '@/components/words/study'
import { listStudies } from '@/lib/verbs/studies'
import { requireActor } from '../require-actor'

export const metadata: Metadata = { title: study.listTitle }

/** The studies of the person who is signed in. */
export default async function StudiesPage() {
  const actor = await requireActor()
  const studies = await listStudies(actor)
  return (
    <Frame name={actor.name}>
      <PageHeader
        title={study.listTitle}
        actions={
          <ButtonLink href="/studies/new" kind={studies.length === 0 ? 'primary' : 'secondary'}>
            {study.newStudy}
          </ButtonLink>
        }
      />
      <StudyList studies={studies} />
    </Frame>
  )
}
