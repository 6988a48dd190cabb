import { unitLevels } from '@/lib/coding/unit-levels'
import { buttonLook } from '../ui/button'
import type { ReportLinks } from './report-links'
import { words } from './words'

/** Which unit is shown, and the downloads: all of them plain links. */
export function ReportControls({ unit, links }: { unit: string; links: ReportLinks }) {
  return (
    <div className="flex flex-wrap items-center gap-x-8 gap-y-4">
      <nav aria-label={words.unit} className="flex flex-wrap items-center gap-x-1 gap-y-2">
        <span className="mr-2 text-muted">{words.unit}</span>
        {unitLevels.map((level) => (
          <a
            key={level}
            href={links.units[level]}
            aria-current={level === unit ? 'page' : undefined}
            className="inline-flex min-h-11 items-center rounded-md px-3 no-underline hover:underline aria-[current=page]:bg-accent-soft aria-[current=page]:font-semibold sm:min-h-9"
          >
            {words.units[level]}
          </a>
        ))}
      </nav>
      <p className="flex flex-wrap gap-3 sm:ml-auto print:hidden">
        <a href={links.json} download className={buttonLook()}>
          {words.downloadJson}
        </a>
        <a href={links.csv} download className={buttonLook()}>
          {words.downloadCsv}
        </a>
        <a href={links.pairs} download className={buttonLook()}>
          {words.downloadPairs}
        </a>
      </p>
    </div>
  )
}
