import type { ReactNode } from 'react'
import { shell } from '../words/shell'

export const wordmarkLook = 'py-2 font-semibold font-serif text-xl tracking-tight no-underline'

/**
 * The frame of a page for one thing alone: signing in, joining, a message. Its way home loads the page anew, as it must
 * after a failure; every page brings along what it shows when it fails, so this does without the router's links.
 */
export function NarrowFrame({ children }: { children: ReactNode }) {
  return (
    <main id="content" className="mx-auto grid max-w-md px-4 pt-10 pb-24 sm:pt-20">
      <p className="mb-10">
        <a href="/" className={wordmarkLook}>
          {shell.product}
        </a>
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
