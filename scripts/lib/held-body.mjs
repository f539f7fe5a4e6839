// An answer that is held back until it is whole.

/** Takes what was given to `write` or `end` of a response, and answers whoever waits for it to be sent. */
export function hold(chunks, [chunk, ...rest]) {
  if (typeof chunk === 'string')
    chunks.push(Buffer.from(chunk, typeof rest[0] === 'string' ? rest[0] : 'utf8'))
  else if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk))
  const done = [chunk, ...rest].find((part) => typeof part === 'function')
  if (done) process.nextTick(done)
}
