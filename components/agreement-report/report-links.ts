import { type UnitLevel, unitLevels } from '@/lib/coding/unit-levels'

/** What a report was asked for; what is absent is the study's own choice. */
export interface ReportRequest {
  unit?: UnitLevel | undefined
  seed?: number | undefined
  replicates?: number | undefined
}

export interface ReportLinks {
  /** The page with the figures at each unit level, the rest of the request kept. */
  units: Record<UnitLevel, string>
  /** The same report as JSON, and as a CSV of the codes and one of the pairs of coders. */
  json: string
  csv: string
  pairs: string
}

/** Where the report that was asked for is at each unit level and as files: with the same seed and samples everywhere. */
export function reportLinks(studyId: string, asked: ReportRequest): ReportLinks {
  const query = (more: Record<string, string>) => {
    const { unit, seed, replicates } = asked
    const given = Object.entries({ unit, seed, replicates }).filter(([, value]) => value !== undefined)
    return new URLSearchParams({ ...Object.fromEntries(given.map(([key, value]) => [key, String(value)])), ...more })
  }
  const page = (unit: UnitLevel) => `/studies/${studyId}/agreement?${query({ unit })}`
  const file = (more: Record<string, string>) => `/api/studies/${studyId}/agreement?${query(more)}`
  return {
    units: Object.fromEntries(unitLevels.map((unit) => [unit, page(unit)])) as Record<UnitLevel, string>,
    json: file({ format: 'json' }),
    csv: file({ format: 'csv' }),
    pairs: file({ format: 'csv', table: 'pairs' }),
  }
}
