import { expect, test } from 'vitest'
import { clientAddresses } from '@/scripts/lib/page-server/client-address.mjs'

const from = (remoteAddress: string | undefined, forwarded?: string) => ({
  socket: { remoteAddress },
  headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
})

test.each([
  ['', '203.0.113.1', '10.0.0.1', '203.0.113.1'],
  ['10.0.0.0/8', '203.0.113.1', '10.0.0.1', '203.0.113.1'],
  ['10.0.0.0/8', '10.9.9.9', '203.0.113.1', '203.0.113.1'],
  ['10.0.0.0/8', '::ffff:10.9.9.9', '203.0.113.1', '203.0.113.1'],
  ['10.0.0.0/8', '10.9.9.9', 'spoofed, 198.51.100.2, 203.0.113.1, 10.1.1.1', '203.0.113.1'],
  ['10.0.0.0/8', '10.9.9.9', '10.2.2.2, 10.1.1.1', '10.2.2.2'],
  ['10.0.0.0/8', '10.9.9.9', 'unknown', '10.9.9.9'],
  ['10.0.0.0/8', '10.9.9.9', undefined, '10.9.9.9'],
  ['2001:db8::/32 , 127.0.0.1', '2001:db8::5', '2001:db9::1', '2001:db9::1'],
  ['127.0.0.1', undefined, '203.0.113.1', 'unknown'],
])('PROXY_ADDRESSES=%s: %s saying %s is %s', (setting, remote, forwarded, expected) => {
  expect(clientAddresses(setting)(from(remote, forwarded))).toBe(expected)
})

test.each(['proxy.example', '10.0.0.0/33', '10.0.0.0/8/8', '10.0.0/8', 'true'])(
  'PROXY_ADDRESSES=%s is refused with the reason',
  (setting) => {
    expect(() => clientAddresses(`127.0.0.1,${setting}`)).toThrow(`PROXY_ADDRESSES holds "${setting}"`)
  },
)
