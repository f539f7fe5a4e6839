// Adds what belongs to one person to pages that are the same for all: name, favourites, notices. Nothing here is needed.
;(() => {
  // A page is kept until it changes; a review that has ended since is no longer announced.
  const today = new Date().toLocaleDateString('en-CA', { timeZone: 'Europe/London' })
  for (const line of document.querySelectorAll('[data-until]')) line.hidden = line.dataset.until < today

  const link = document.querySelector('[data-me-link]')
  if (!link || (isNobody() && !isOld())) return

  fetch('/api/me', { headers: { Accept: 'application/json' } })
    .then((answer) => answer.json())
    .then(({ me }) => me && greet(me))
    .catch(() => undefined)

  // The server knew from the request that nobody was signed in.
  function isNobody() {
    return document.documentElement.hasAttribute('data-nobody')
  }

  // Gone back to: somebody may have signed in since.
  function isOld() {
    return performance.getEntriesByType('navigation')[0]?.type === 'back_forward'
  }

  function greet(me) {
    link.textContent = me.name
    link.href = '/account'
    for (const form of document.querySelectorAll('form[data-favourite]')) {
      show(form, me.favourites.includes(Number(form.dataset.favourite)))
      form.addEventListener('submit', toggle)
    }
    for (const form of document.querySelectorAll('form[data-watch]')) {
      show(form, me.watches.includes(form.dataset.watch))
      form.addEventListener('submit', toggle)
    }
    for (const form of document.querySelectorAll('form[data-lens]')) begin(form, me.us)
    const news = document.querySelector('[data-me-unread]')
    if (news && me.unread > 0) {
      news.textContent = `${me.unread} unread`
      news.hidden = false
    }
  }

  // Whose rules to compare with: nothing is compared before the form is sent.
  function begin(form, us) {
    for (const select of form.querySelectorAll('select')) {
      const known = us?.[select.id.replace('us-', '')]
      if (known && !select.value) select.value = known
    }
  }

  function show(form, kept) {
    const button = form.querySelector('button')
    form.elements.keep.value = kept ? 'no' : 'yes'
    const word = button.querySelector('[data-word]')
    word.textContent = kept ? word.dataset.on : word.dataset.off
    button.classList.toggle('on', kept)
    button.setAttribute('aria-pressed', String(kept))
  }

  // The same form without leaving the page. Without scripts, or when this fails, it is sent the ordinary way.
  async function toggle(event) {
    event.preventDefault()
    const form = event.currentTarget
    try {
      const answer = await fetch(form.action, {
        method: 'POST',
        body: new URLSearchParams(new FormData(form)),
        headers: { Accept: 'application/json' },
      })
      if (!answer.ok) throw new Error()
      show(form, form.elements.keep.value === 'yes')
    } catch {
      form.submit()
    }
  }
})()
