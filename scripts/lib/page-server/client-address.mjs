// Where a reader is, when load balancers or other servers of ours stand in between.
import { BlockList, isIP } from 'node:net'

/**
 * Answers a function from request to the reader's address. `PROXY_ADDRESSES` lists, with commas, the addresses or
 * networks (10.0.0.0/8) of our own proxies; what anybody else says in X-Forwarded-For is not believed.
 */
export function clientAddresses(setting = '') {
  const proxies = listOf(setting)
  if (!proxies) return ({ socket }) => socket.remoteAddress ?? 'unknown'
  const isOurs = (address) => proxies.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')
  return ({ socket, headers }) => {
    const hops = String(headers['x-forwarded-for'] ?? '').split(',')
    let nearest = plain(socket.remoteAddress ?? '')
    // From our side outwards: each proxy of ours is believed about who came to it, and nobody beyond.
    while (isIP(nearest) && isOurs(nearest) && hops.length > 0) {
      const next = plain(hops.pop().trim())
      if (!isIP(next)) break
      nearest = next
    }
    return nearest || 'unknown'
  }
}

/** Throws with a plain sentence when the setting names no address. */
function listOf(setting) {
  const names = setting
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean)
  if (names.length === 0) return null
  const list = new BlockList()
  for (const name of names) {
    const [address, bits, ...more] = name.split('/')
    const family = { 4: 'ipv4', 6: 'ipv6' }[isIP(address)]
    const most = family === 'ipv6' ? 128 : 32
    if (!family || more.length > 0 || (bits !== undefined && !(/^\d+$/.test(bits) && Number(bits) <= most)))
      throw new Error(
        `PROXY_ADDRESSES holds "${name}", which is neither an address nor a network such as 10.0.0.0/8.`,
      )
    if (bits === undefined) list.addAddress(address, family)
    else list.addSubnet(address, Number(bits), family)
  }
  return list
}

/** An IPv4 address as a socket for both kinds shows it, ::ffff:10.0.0.1, is the address itself. */
function plain(address) {
  return address.replace(/^::ffff:(?=\d+\.)/i, '')
}
