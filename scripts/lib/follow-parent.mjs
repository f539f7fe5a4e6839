// Loaded into the Node programs that a command starts: when the command is killed, they end too.
const GRACE_MS = 8000
const parent = Number(process.env.CUPBOARD_PARENT)
// Their own workers inherit this module, and follow them, not us.
delete process.env.CUPBOARD_PARENT

if (parent === process.ppid) {
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    setTimeout(() => process.exit(1), GRACE_MS).unref()
    process.kill(process.pid, 'SIGTERM')
  }, 500)
  watch.unref()
}
