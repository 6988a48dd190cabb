import type { ReactNode } from 'react'

/**
 * A table of a page: tabular figures, quiet lines, scrolling sideways on its own where the screen is narrow.
 * @param caption says what the table shows, for who cannot see the heading above it
 */
export function Table({ caption, children }: { caption: string; children: ReactNode }) {
  return (
    // Focusable, so that the arrow keys can scroll it where a browser does not do that by itself.
    <section aria-label={caption} tabIndex={0} className="-mx-4 overflow-x-auto px-4 sm:mx-0 sm:px-0">
      <table className="w-full border-collapse text-left text-base [&_td]:py-2 [&_td]:pr-3 sm:[&_td]:pr-6 [&_td]:align-baseline [&_td:last-child]:pr-0 [&_th]:pr-3 sm:[&_th]:pr-6 [&_th]:align-baseline [&_th:last-child]:pr-0 [&_thead_tr]:border-edge [&_thead_tr]:border-b [&_thead_th]:py-2 [&_thead_th]:align-bottom [&_thead_th]:font-semibold [&_thead_th]:text-muted [&_tbody_th]:py-1.5 [&_tbody_tr]:border-line [&_tbody_tr]:border-b">
        <caption className="sr-only">{caption}</caption>
        {children}
      </table>
    </section>
  )
}
