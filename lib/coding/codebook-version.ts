/** The first version after this one that is not taken: "1.4.2" -> "1.5.0", or "1.6.0" where there is a 1.5.0. */
export function nextVersion(version: string, taken: readonly string[]): string {
  const [major = '1', minor = '0'] = version.split('.')
  const next = `${major}.${Number(minor) + 1}.0`
  return taken.includes(next) ? nextVersion(next, taken) : next
}
