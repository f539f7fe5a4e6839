// The line of one process to the clock in the database: hears what is published, says how far it has heard, and renews
// the lease. Everything goes over one connection, so that whoever is cut off from hearing is cut off from the lease.
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { renewEveryMs } from './lease.mjs'

const answerWithinMs = 2000
const goodbyeWithinMs = 500
const pauseMs = { first: 50, longest: 1000 }

const JOIN = `INSERT INTO publication_peer (id, kind, seen) VALUES ($1, $2, publication_raise('{}'))
  ON CONFLICT (id) DO UPDATE SET seen = EXCLUDED.seen, since = now() RETURNING seen`
// Two statements: whoever has nothing new to say writes nothing.
const ASK = {
  name: 'ask',
  text: 'SELECT p.seen, c.n FROM publication_peer p, publication_clock c WHERE p.id = $1',
}
const SAY = {
  name: 'say',
  text: `UPDATE publication_peer SET seen = greatest(seen, $2) WHERE id = $1
    RETURNING seen, (SELECT n FROM publication_clock) AS n`,
}
const RETURN = 'INSERT INTO publication_peer (id, kind, seen) VALUES ($1, $2, $3) ON CONFLICT (id) DO NOTHING'
const LEAVE = 'DELETE FROM publication_peer WHERE id = $1'

export function openLine({ databaseUrl, kind, id, newest, lease, onJoined, onHeard }) {
  let closed = false
  let after = pauseMs.first
  let talk = null
  let again

  function connect() {
    talk = startTalk({ databaseUrl, kind, id, newest, lease, onHeard, onJoined: joined, onLost: lost })
  }

  function joined(number) {
    after = pauseMs.first
    onJoined(number)
  }

  function lost(reason) {
    lease.end()
    talk = null
    if (closed) return
    if (after === pauseMs.first)
      warn('cut off from the clock of publications: nothing is answered from memory', reason)
    again = setTimeout(connect, after).unref()
    after = Math.min(after * 2, pauseMs.longest)
  }

  connect()
  return {
    async close() {
      closed = true
      clearTimeout(again)
      lease.end()
      await talk?.leave()
    },
  }
}

/** One connection, from LISTEN to its end. */
function startTalk({ databaseUrl, kind, id, newest, lease, onHeard, onJoined, onLost }) {
  const client = new pg.Client({
    connectionString: databaseUrl,
    application_name: `cupboard clock, ${kind}`,
    connectionTimeoutMillis: answerWithinMs,
    keepAlive: true,
  })
  let over = false
  let said = 0
  let askedAt = 0
  let behindSince = 0
  let beat

  function end(reason) {
    if (over) return
    over = true
    clearInterval(beat)
    // Not by saying goodbye: who is cut off would wait for the answer.
    client.connection.stream.destroy()
    onLost(reason)
  }

  async function join() {
    await client.connect()
    client.connection.stream.unref()
    // Before joining: what is published after it must be heard.
    await client.query('LISTEN cupboard_publication')
    const { rows } = await client.query(JOIN, [id, kind])
    if (over) return
    said = Number(rows[0].seen)
    onJoined(said)
    beat = setInterval(reportOr, renewEveryMs).unref()
    await report()
  }

  /** Says how far this process has heard, and renews the lease when that is all there is. */
  async function report() {
    if (over || !beat) return
    if (askedAt) {
      if (lease.moment().steady - askedAt > answerWithinMs) end('the database does not answer')
      return
    }
    const from = lease.moment()
    askedAt = from.steady
    const heard = newest()
    const query = heard > said ? { ...SAY, values: [id, heard] } : { ...ASK, values: [id] }
    const { rows } = await client.query(query)
    askedAt = 0
    if (rows.length === 0) return comeBack()
    // A database that was put back to an earlier state under way.
    if (Number(rows[0].n) < said) return end('the number of publications went down')
    said = Number(rows[0].seen)
    if (said >= Number(rows[0].n)) {
      behindSince = 0
      lease.renew(from)
    } else {
      behindSince ||= from.steady
      // A pooler between us and the database that does not pass notifications on, for one.
      if (from.steady - behindSince > answerWithinMs) return end('publications do not arrive')
    }
    if (newest() > said) await report()
  }

  /** Somebody waited in vain and goes without this process. As it can still hear, it missed nothing: it has its turn again. */
  async function comeBack() {
    said = newest()
    await client.query(RETURN, [id, kind, said])
    await report()
  }

  function hear(payload) {
    const [, number, sign, names] = /^(\d+)([.+])(.*)$/s.exec(payload)
    const whole = sign === '.'
    onHeard(Number(number), names === '' ? [] : names.split(','), whole)
    if (whole) reportOr()
  }

  const reportOr = () => report().catch((error) => end(error.message))

  client.on('error', (error) => end(error.message))
  client.on('end', () => end('the connection ended'))
  client.on('notification', ({ payload }) => hear(payload))
  join().catch((error) => end(error.message))

  return {
    async leave() {
      over = true
      clearInterval(beat)
      const goodbye = client.query(LEAVE, [id]).then(() => client.end())
      await Promise.race([goodbye, pause(goodbyeWithinMs, undefined, { ref: false })]).catch(() => {})
      client.connection.stream.destroy()
    },
  }
}

function warn(message, reason) {
  process.stderr.write(
    `${JSON.stringify({ time: new Date().toISOString(), level: 'warn', message, reason })}\n`,
  )
}
