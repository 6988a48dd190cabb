import type { ReactNode } from 'react'

/** The title of a page, a sentence under it, and what can be done on the whole page. */
export function PageHeader({ title, actions, children }: { title: string; actions?: ReactNode; children?: ReactNode }) {
  return (
    <header className="mb-8 flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
      <div className="max-w-2xl">
        <h1 className="text-balance font-semibold font-serif text-3xl leading-tight tracking-tight">{title}</h1>
        {children && <div className="mt-2 text-lg text-muted">{children}</div>}
      </div>
      {actions && <div className="flex flex-wrap gap-3">{actions}</div>}
    </header>
  )
}

/** A part of a page under its own heading. */
export function Section({ title, note, children }: { title: string; note?: ReactNode; children: ReactNode }) {
  return (
    <section className="mt-12 first:mt-0">
      <h2 className="font-semibold text-xl">{title}</h2>
      {note && <p className="mt-1 max-w-2xl text-muted">{note}</p>}
      <div className="mt-4">{children}</div>
    </section>
  )
}
