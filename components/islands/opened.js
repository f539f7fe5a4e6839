// Says which words lead nowhere: that their results were shown, and whether one of them was opened. Nothing here is needed.
;(() => {
  const results = document.querySelector('[data-searched]')
  if (!results) return

  tell('shown')
  results.addEventListener('click', (event) => {
    if (!event.target.closest('a')) return
    if (results.dataset.opened) return
    results.dataset.opened = 'yes'
    tell('opened')
  })

  function tell(event) {
    const body = new URLSearchParams({ words: results.dataset.searched, event })
    fetch('/api/search/opened', { method: 'POST', body, keepalive: true }).catch(() => undefined)
  }
})()
