import { json } from '@/lib/http/respond'
import { readHealth } from '@/lib/verbs/health'

export async function GET(): Promise<Response> {
  const health = await readHealth(null)
  return json(health, health.status === 'ok' ? 200 : 503)
}
