import { html, type Markup } from './markup'

/** The sections of a printed report that can have figures. */
export type ReportSection =
  | 'variables'
  | 'unitizing'
  | 'ladder'
  | 'attributes'
  | 'confusions'
  | 'disagreements'
  | 'pairs'
  | 'coders'
  | 'drift'
  | 'recoded'
  | 'documents'
  | 'text'
  | 'sensitivity'

/** A plot as a file of its own: an SVG document that needs nothing from the page. */
export interface ReportFigure {
  title: string
  /** What is to be seen, for who cannot see it. */
  description?: string
  svg: string
}

export type ReportFigures = Partial<Record<ReportSection, readonly ReportFigure[]>>

/** A section with its figures before its tables; nothing where it has neither. */
export function printedSection(
  { key, title }: { key: ReportSection; title: string },
  figures: ReportFigures,
  content: readonly Markup[],
): Markup[] {
  const parts = [...(figures[key] ?? []).map(printedFigure), ...content.filter(({ text }) => text !== '')]
  return parts.length === 0
    ? []
    : [
        html`<section id="${key}">
<h2>${title}</h2>
${parts}
</section>`,
      ]
}

/** As an image, in which no script runs and no name meets another's. */
function printedFigure({ title, description, svg }: ReportFigure): Markup {
  const source = `data:image/svg+xml,${encodeURIComponent(svg)}`
  return html`<figure><img src="${source}" alt="${description ?? title}"><figcaption>${title}</figcaption></figure>`
}
