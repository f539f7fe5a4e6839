// Adds what belongs to one person to pages that are the same for all: name, favourites, notices. Nothing here is needed.
;(() => {
  const link = document.querySelector('[data-me-link]')
  if (!link) return

  fetch('/api/me', { headers: { Accept: 'application/json' } })
    .then((answer) => answer.json())
    .then(({ me }) => me && greet(me))
    .catch(() => undefined)

  function greet(me) {
    link.textContent = me.name
    link.href = '/account'
    for (const form of document.querySelectorAll('form[data-favourite]')) {
      const kept = me.favourites.includes(Number(form.dataset.favourite))
      const button = form.querySelector('button')
      const word = button?.querySelector('[data-word]')
      form.querySelector('input[name=keep]').value = kept ? 'no' : 'yes'
      if (word) word.textContent = kept ? 'Saved' : 'Save'
      button?.classList.toggle('on', kept)
      button?.setAttribute('aria-pressed', String(kept))
    }
  }
})()
