/** Next calls this once in every new server process, before the first request. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  try {
    const { startServer } = await import('./lib/server-start')
    await startServer()
  } catch (error) {
    process.stderr.write(`\nFramewise cannot start: ${error instanceof Error ? error.message : String(error)}\n\n`)
    process.exit(1)
  }
}
