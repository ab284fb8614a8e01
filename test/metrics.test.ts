import { describe, expect, test } from '@jest/globals'
import { createMetrics } from '../src/metrics.ts'

const now = new Date('2026-01-15T08:00:00Z')

describe('the metrics', () => {
  test('count what they are told, in a registry of their own', async () => {
    const metrics = createMetrics(() => now)
    const other = createMetrics(() => now)
    metrics.callback('sandbox', 'kept')
    metrics.callback('sandbox', 'known')
    metrics.finding('requests/balance')
    metrics.outbox('sandbox', 'sent')
    metrics.read('docx', 0.2)
    metrics.dead()
    metrics.unreadable('damaged_file')
    metrics.tokenRefresh('failed')
    const origin = { platform: 'wecom', route: '/wecom/bot', source: 'other' } as const
    metrics.refused({ ...origin, reason: 'signature' })
    metrics.refused({ ...origin, source: 'doctor', reason: 'padding' })
    metrics.verified(origin)
    const { body, contentType } = await metrics.text()
    expect(contentType).toMatch(/^text\/plain/)
    expect(body).toContain('gongkai_callbacks_total{platform="sandbox",result="kept"} 1')
    expect(body).toContain('gongkai_findings_total{rule="requests/balance"} 1')
    expect(body).toContain('gongkai_outbox_total{platform="sandbox",outcome="sent"} 1')
    expect(body).toContain('gongkai_read_seconds_count{format="docx"} 1')
    expect(body).toContain('gongkai_dead_total 1')
    expect(body).toContain('gongkai_unreadable_total{reason="damaged_file"} 1')
    expect(body).toContain('gongkai_token_refresh_total{result="failed"} 1')
    expect(body).toContain('gongkai_callbacks_total{platform="wecom",result="refused"} 1')
    const from = 'platform="wecom",route="/wecom/bot",source="other"'
    expect(body).toContain(`gongkai_refused_total{${from},reason="signature"} 1`)
    expect(body).toContain(`gongkai_refused_last_seconds{${from},reason="signature"} ${now.getTime() / 1000}`)
    expect(body).toContain('source="doctor",reason="padding"} 1')
    expect(body).toContain(`gongkai_verified_total{${from}} 1`)
    expect(body).toContain(`gongkai_verified_last_seconds{${from}} ${now.getTime() / 1000}`)
    expect(body).toContain('process_resident_memory_bytes')
    expect((await other.text()).body).toContain('gongkai_dead_total 0')
  })

  test('ask for the depth when they are read, and do without it while the store is away', async () => {
    const metrics = createMetrics(() => now)
    metrics.watch(() =>
      Promise.resolve({ waiting: 2, working: 1, dead: 0, oldestWaiting: new Date('2026-01-15T07:59:30Z') }),
    )
    const { body } = await metrics.text()
    expect(body).toContain('gongkai_inbox_depth{state="waiting"} 2')
    expect(body).toContain('gongkai_oldest_waiting_seconds 30')
    metrics.watch(() => Promise.reject(new Error('away')))
    const away = (await metrics.text()).body
    expect(away).not.toContain('state="waiting"} 2')
    expect(away).toContain('gongkai_dead_total 0')
  })
})
