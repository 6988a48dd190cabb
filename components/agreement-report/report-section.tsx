import type { ReactNode } from 'react'

interface ReportSectionProps {
  /** Its anchor and heading. */
  part: { id: string; title: string }
  note?: string
  children: ReactNode
}

/** A part of the report under its own heading, which the contents lead to. */
export function ReportSection({ part: { id, title }, note, children }: ReportSectionProps) {
  return (
    <section id={id} className="report-part mt-14 scroll-mt-6">
      <h2 id={`${id}-heading`} className="break-after-avoid font-semibold text-xl">
        {title}
      </h2>
      {note && <p className="mt-1 max-w-2xl text-muted">{note}</p>}
      <div className="mt-4">{children}</div>
    </section>
  )
}
