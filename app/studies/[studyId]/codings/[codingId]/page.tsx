import '@/components/coding-desk/coding-desk.css'
import '@/components/coding-desk/edges/edges.css'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { CodingDesk } from '@/components/coding-desk/CodingDesk'
import { OpenOnArrival } from '@/components/coding-desk/flow/OpenOnArrival'
import { Notice } from '@/components/ui/notice'
import { isHandedIn } from '@/lib/coding/coding-view'
import { listMyCodings, readCoding } from '@/lib/verbs/codings'
import { reading } from '../../../../reading'
import { requireActor } from '../../../../require-actor'
import { idFrom } from '../../study'

interface DeskPageProps {
  params: Promise<{ studyId: string; codingId: string }>
}

/** The coding of this request, read once for the page and its title. */
const codingOf = cache(async (studyId: string, codingId: string) => {
  const coding = await reading(readCoding(await requireActor(), { codingId: idFrom(codingId) }))
  if ('found' in coding && coding.found.studyId !== studyId) notFound()
  return coding
})

export async function generateMetadata({ params }: DeskPageProps): Promise<Metadata> {
  const { studyId, codingId } = await params
  const coding = await codingOf(studyId, codingId)
  return 'found' in coding ? { title: coding.found.document.title } : {}
}

/** Whether this is the last of the coder's own eligible codings to be submitted, or all are. */
async function isLastOf(studyId: string, codingId: string): Promise<boolean> {
  const own = await listMyCodings(await requireActor(), { studyId })
  return own.every(({ id, state, ineligible }) => id === codingId || ineligible !== null || isHandedIn(state))
}

/** The coding desk. */
export default async function DeskPage({ params }: DeskPageProps) {
  const { studyId, codingId } = await params
  const coding = await codingOf(studyId, codingId)
  if ('refused' in coding) {
    return (
      <main className="mx-auto max-w-2xl p-6">
        <Notice tone="warning">{coding.refused}</Notice>
      </main>
    )
  }
  return (
    <>
      {coding.found.state === 'assigned' && <OpenOnArrival codingId={codingId} />}
      <CodingDesk key={codingId} view={coding.found} isLast={await isLastOf(coding.found.studyId, codingId)} />
    </>
  )
}
