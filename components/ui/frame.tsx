import Link from 'next/link'
import type { ReactNode } from 'react'
import { shell } from '../words/shell'

const content = 'content'

function Wordmark({ href }: { href: string }) {
  return (
    <Link href={href} className="py-2 font-semibold font-serif text-xl tracking-tight no-underline">
      {shell.product}
    </Link>
  )
}

function SkipLink() {
  return (
    <a
      href={`#${content}`}
      className="sr-only rounded-b-md bg-accent px-4 py-2 text-on-accent focus:not-sr-only focus:absolute focus:left-4"
    >
      {shell.skip}
    </a>
  )
}

const barLink = 'inline-flex min-h-11 items-center text-muted no-underline hover:text-ink sm:min-h-10'

/**
 * The frame of a signed-in person's pages: one quiet bar above, the content in the middle of the page.
 * @param navigation a second row of the bar, for the parts of one study
 */
export function Frame({ name, navigation, children }: { name: string; navigation?: ReactNode; children: ReactNode }) {
  return (
    <>
      <SkipLink />
      <div className="border-line border-b bg-surface">
        <div className="mx-auto flex max-w-6xl items-center gap-x-6 px-4 sm:px-8">
          <Wordmark href="/studies" />
          <nav className="flex min-w-0 flex-1 items-center justify-between gap-x-6">
            <Link href="/studies" className={`${barLink} shrink-0`}>
              {shell.studies}
            </Link>
            <Link href="/account" className={`${barLink} min-w-0`} title={shell.signedInAs(name)}>
              <span className="sr-only">{shell.account}: </span>
              <span className="truncate">{name}</span>
            </Link>
          </nav>
        </div>
        {navigation}
      </div>
      <main id={content} className="mx-auto max-w-6xl px-4 pt-8 pb-24 sm:px-8 sm:pt-10">
        {children}
      </main>
    </>
  )
}

/** The frame of a page for one thing alone: signing in, joining, a message. */
export function NarrowFrame({ children }: { children: ReactNode }) {
  return (
    <main id={content} className="mx-auto grid max-w-md px-4 pt-10 pb-24 sm:pt-20">
      <p className="mb-10">
        <Wordmark href="/" />
      </p>
      {children}
    </main>
  )
}

/** A page that only says why there is nothing to see. */
export function Refusal({ title = shell.refusedTitle, children }: { title?: string; children: ReactNode }) {
  return (
    <div className="max-w-xl">
      <h1 className="font-semibold font-serif text-3xl tracking-tight">{title}</h1>
      <p className="mt-3 text-lg text-muted">{children}</p>
    </div>
  )
}
