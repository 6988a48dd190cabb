/** The version after this one: "1.4.2" -> "1.5.0". */
export function nextVersion(version: string): string {
  const [major = '1', minor = '0'] = version.split('.')
  return `${major}.${Number(minor) + 1}.0`
}
