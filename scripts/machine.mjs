// What this machine has beside Node: a PostgreSQL server's programs and a Chromium.
import { accessSync, constants, readdirSync } from 'node:fs'
import path from 'node:path'

function executable(file) {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

const searchPath = () => (process.env.PATH ?? '').split(path.delimiter).filter(Boolean)

/** Debian keeps the server's programs off the search path, one folder for each version; the newest comes first. */
function debianServerFolders() {
  try {
    return readdirSync('/usr/lib/postgresql')
      .sort((a, b) => Number(b) - Number(a))
      .map((version) => `/usr/lib/postgresql/${version}/bin`)
  } catch {
    return []
  }
}

/** The folder that holds both initdb and postgres, or undefined. */
export function findPostgres() {
  return [...debianServerFolders(), ...searchPath()].find(
    (folder) => executable(path.join(folder, 'initdb')) && executable(path.join(folder, 'postgres')),
  )
}

const chromiumNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const macChromium = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** The path of a Chromium (CHROMIUM_PATH comes first), or undefined. */
export function findChromium() {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH
  const candidates = searchPath().flatMap((folder) => chromiumNames.map((name) => path.join(folder, name)))
  return [...candidates, ...macChromium].find(executable)
}
