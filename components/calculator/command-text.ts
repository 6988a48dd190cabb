import type { Settings } from './settings'

/** The command that prints the same figures; see docs/command-line.md. */
export function commandText(settings: Settings, table: string, lengths: string | undefined): string {
  const { level, unit, resampling, statistics } = settings
  return [
    `npx framewise agreement ${quoted(table)}`,
    ...(level ? [`--level ${level}`] : []),
    ...(unit && lengths !== undefined ? [`--lengths ${quoted(lengths)} --unit ${unit}`] : []),
    ...(statistics ? [`--statistics ${statistics}`] : []),
    ...(resampling ? [`--bootstrap ${resampling.replicates} --seed ${resampling.seed}`] : []),
  ].join(' ')
}

/** As a shell reads it: as it stands where it can, else in quotation marks. */
function quoted(name: string): string {
  return /^[\w./-]+$/.test(name) ? name : `'${name.replaceAll("'", `'\\''`)}'`
}
