import { clientAddress } from '@/lib/client-address'

const forwarded = (value?: string) => new Headers(value === undefined ? {} : { 'x-forwarded-for': value })

describe('the address a request comes from', () => {
  it('is one for all without a proxy of ours, whatever the request says', () => {
    expect(clientAddress(forwarded('192.0.2.1'), 0)).toBe('direct')
    expect(clientAddress(forwarded(), 0)).toBe('direct')
  })

  it('is what our proxy wrote, at the right end', () => {
    expect(clientAddress(forwarded('192.0.2.1'), 1)).toBe('192.0.2.1')
    expect(clientAddress(forwarded(' 2001:db8::7 '), 1)).toBe('2001:db8::7')
  })

  it('is not what the visitor wrote before it', () => {
    expect(clientAddress(forwarded('203.0.113.9, 192.0.2.1'), 1)).toBe('192.0.2.1')
    expect(clientAddress(forwarded('203.0.113.9, 192.0.2.1, 198.51.100.2'), 2)).toBe('192.0.2.1')
  })

  it('is one for all when the request did not pass as many proxies as are ours', () => {
    expect(clientAddress(forwarded('192.0.2.1'), 2)).toBe('direct')
    expect(clientAddress(forwarded(), 1)).toBe('direct')
    expect(clientAddress(forwarded('192.0.2.1,'), 1)).toBe('direct')
  })

  it('is never longer than an address can be', () => {
    expect(clientAddress(forwarded('1'.repeat(5000)), 1).length).toBeLessThanOrEqual(64)
  })
})
