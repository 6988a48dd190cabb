import Link from 'next/link'
import type { ReactNode } from 'react'
import { shell } from '../words/shell'
import { wordmarkLook } from './narrow-frame'

const content = 'content'

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
          <Link href={name === undefined ? '/' : '/studies'} className={wordmarkLook}>
            {shell.product}
          </Link>
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
