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

interface FrameProps {
  /** Of the person who is signed in; nobody need be on a page that is open to everybody. */
  name: string | undefined
  /** A second row of the bar, for the parts of one study. */
  navigation?: ReactNode
  children: ReactNode
}

/** The frame of a page: one quiet bar above, the content in the middle. */
export function Frame({ name, navigation, children }: FrameProps) {
  return (
    <>
      <SkipLink />
      <div className="border-line border-b bg-surface">
        <div className="mx-auto flex max-w-6xl items-center gap-x-4 px-4 sm:gap-x-6 sm:px-8">
          <Wordmark href={name === undefined ? '/' : '/studies'} />
          <nav className="flex min-w-0 flex-1 items-center gap-x-4 sm:gap-x-6">
            {name !== undefined && (
              <Link href="/studies" className={`${barLink} shrink-0`}>
                {shell.studies}
              </Link>
            )}
            <Link href="/calculator" className={`${barLink} shrink-0`}>
              {shell.calculator}
            </Link>
            <AccountLink name={name} />
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

function AccountLink({ name }: { name: string | undefined }) {
  if (name === undefined) {
    return (
      <Link href="/sign-in" className={`${barLink} ml-auto shrink-0`}>
        {shell.signIn}
      </Link>
    )
  }
  return (
    <Link href="/account" className={`${barLink} ml-auto min-w-0`} title={shell.signedInAs(name)}>
      <span className="sr-only">{shell.account}: </span>
      <span className="truncate">{name}</span>
    </Link>
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
