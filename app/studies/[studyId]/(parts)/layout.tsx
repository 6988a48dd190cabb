import type { Metadata } from 'next'
import { StudyTabs } from '@/components/study/study-tabs'
import { Frame } from '@/components/ui/frame'
import { Refusal } from '@/components/ui/narrow-frame'
import { studyOf } from '../study'

interface Props {
  params: Promise<{ studyId: string }>
  children: React.ReactNode
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const study = await studyOf((await params).studyId)
  return 'found' in study ? { title: { default: study.found.title, template: `%s · ${study.found.title}` } } : {}
}

/** The frame of the parts of a study; the coding desk beside them has its own. */
export default async function StudyLayout({ params, children }: Props) {
  const study = await studyOf((await params).studyId)
  if ('refused' in study) return <Frame name={study.actor.name}>{<Refusal>{study.refused}</Refusal>}</Frame>
  const { id, title, roles, openQuestions, sentBack } = study.found
  return (
    <Frame
      name={study.actor.name}
      navigation={<StudyTabs id={id} title={title} roles={roles} openQuestions={openQuestions} sentBack={sentBack} />}
    >
      {children}
    </Frame>
  )
}
