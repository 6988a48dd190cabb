import type { ReactNode } from 'react'
import type { Drawing } from '@/lib/plots/svg'
import { Fold } from '../ui/fold'
import { reportWords as words } from './report-words'
import { SvgDownload } from './svg-download'

interface PlotFigureProps {
  /** null where there is nothing to draw: then there is no figure. */
  drawing: Drawing | null
  /** Name of the downloaded file, without its ending. */
  file: string
  note?: string
  /** The table behind the plot, unless it stands beside it anyway. */
  table?: ReactNode
}

/**
 * A plot in its wide and its narrow drawing, of which the screen's width shows one. The SVG comes from lib/plots, which
 * escapes every word of the study.
 */
export function PlotFigure({ drawing, file, note, table }: PlotFigureProps) {
  if (drawing === null) return null
  const { title, wide, narrow, leftOut } = drawing
  const caption = [note, leftOut].filter(Boolean).join(' ')
  return (
    <figure aria-label={title} className="break-inside-avoid">
      <div className="plot hidden sm:block print:block" dangerouslySetInnerHTML={{ __html: wide }} />
      <div className="plot sm:hidden print:hidden" dangerouslySetInnerHTML={{ __html: narrow }} />
      {caption && <figcaption className="mt-2 max-w-2xl text-base text-muted">{caption}</figcaption>}
      <div className="mt-1 flex flex-wrap gap-x-6">
        {table && <Fold title={words.behindPlot}>{table}</Fold>}
        <SvgDownload file={file}>{words.downloadPlot}</SvgDownload>
      </div>
    </figure>
  )
}
