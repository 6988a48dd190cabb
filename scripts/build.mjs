// Installs, generates and builds what is out of date.
import { prepare } from './prepare.mjs'

await prepare({ production: true })
console.log('Everything is built.')
