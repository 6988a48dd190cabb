'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useEffect, useRef } from 'react'
import { type Action, type MemberRole, may } from '@/lib/policy'
import { shell } from '../words/shell'
import { study as words } from '../words/study'

/** The parts of a study, each with the right one needs to see it. */
const parts: { path: string; name: keyof typeof words.tabs; needs: Action }[] = [
  { path: '', name: 'overview', needs: 'study.read' },
  { path: '/documents', name: 'documents', needs: 'documents.read' },
  { path: '/codebook', name: 'codebook', needs: 'codebook.read' },
  { path: '/outcomes', name: 'outcomes', needs: 'outcome.read' },
  { path: '/members', name: 'members', needs: 'members.read' },
  { path: '/entities', name: 'names', needs: 'entities.change' },
  { path: '/agreement', name: 'agreement', needs: 'agreement.read' },
  { path: '/review', name: 'review', needs: 'review.read' },
  { path: '/questions', name: 'questions', needs: 'questions.answer' },
  { path: '/exports', name: 'exports', needs: 'codings.export' },
  { path: '/settings', name: 'settings', needs: 'study.change' },
]

function isHere(pathname: string, root: string, path: string): boolean {
  return path === '' ? pathname === root : pathname.startsWith(`${root}${path}`)
}

/** How much waits in a part, said in words to who cannot see the number. */
function Waiting({ count, says }: { count: number; says: (count: number) => string }) {
  if (count === 0) return null
  return (
    <>
      <span aria-hidden="true" className="ml-1.5 rounded-full bg-accent px-1.5 text-on-accent text-sm tabular-nums">
        {count}
      </span>
      <span className="sr-only"> ({says(count)})</span>
    </>
  )
}

interface StudyTabsProps {
  id: string
  title: string
  roles: MemberRole[]
  /** Questions that wait for this person. */
  openQuestions: number
  /** Passages that were sent back to this person. */
  sentBack: number
}

/** The way through one study: its title, and the parts that these roles may see. */
export function StudyTabs({ id, title, roles, openQuestions, sentBack }: StudyTabsProps) {
  const pathname = usePathname()
  const root = `/studies/${id}`
  const tabs = useRef<HTMLUListElement>(null)
  // On a phone not all parts fit: the one somebody is in must not be among those out of sight.
  useEffect(() => {
    if (!pathname.startsWith(root)) return
    const here = tabs.current?.querySelector<HTMLElement>('[aria-current]')
    const box = tabs.current?.parentElement
    if (here && box) box.scrollLeft = here.offsetLeft - (box.clientWidth - here.offsetWidth) / 2
  }, [pathname, root])
  return (
    <div className="mx-auto max-w-6xl px-4 sm:px-8">
      <p className="truncate pt-1 pb-0.5 font-semibold font-serif text-xl tracking-tight">{title}</p>
      <nav aria-label={shell.studyNavigation} className="-mx-4 relative overflow-x-auto px-4 sm:mx-0 sm:px-0">
        <ul ref={tabs} className="flex gap-x-5 sm:gap-x-6">
          {parts
            .filter(({ needs }) => may(roles, needs))
            .map(({ path, name }) => {
              const here = isHere(pathname, root, path)
              return (
                <li key={name}>
                  <Link
                    href={`${root}${path}`}
                    aria-current={here ? 'page' : undefined}
                    className={`flex min-h-11 items-center border-b-2 no-underline sm:min-h-10 ${here ? 'border-accent font-semibold text-ink' : 'border-transparent text-muted hover:text-ink'}`}
                  >
                    {words.tabs[name]}
                    {name === 'questions' && <Waiting count={openQuestions} says={words.openQuestions} />}
                    {name === 'outcomes' && <Waiting count={sentBack} says={words.sentBack} />}
                  </Link>
                </li>
              )
            })}
        </ul>
      </nav>
    </div>
  )
}
