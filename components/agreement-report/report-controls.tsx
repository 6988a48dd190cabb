import { type UnitLevel, unitLevels } from '@/lib/coding/unit-levels'
import { buttonLook } from '../ui/button'
import { words } from './words'

export interface ReportLinks {
  /** The page with the figures at each unit level, other filters kept. */
  units: Record<UnitLevel, string>
  /** The same report as JSON and as CSV. */
  json: string
  csv: string
}

/** Which unit is shown, the filters in force, and the downloads: all of them plain links. */
export function ReportControls({
  unit,
  links,
  filters,
}: {
  unit: string
  links: ReportLinks
  filters: readonly { label: string; value: string }[]
}) {
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
      {filters.length > 0 && (
        <dl className="flex flex-wrap gap-x-6 gap-y-1">
          {filters.map(({ label, value }) => (
            <div key={label} className="flex gap-2">
              <dt className="text-muted">{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      <p className="flex flex-wrap gap-3 sm:ml-auto print:hidden">
        <a href={links.json} download className={buttonLook()}>
          {words.downloadJson}
        </a>
        <a href={links.csv} download className={buttonLook()}>
          {words.downloadCsv}
        </a>
      </p>
    </div>
  )
}
