// Narrows a list as somebody types, and says how many are left. Without it the box is a form that asks the server.
;(() => {
  const box = document.querySelector('[data-filter]')
  if (!box) return
  const entries = [...document.querySelectorAll('[data-words]')]
  const groups = [...document.querySelectorAll('[data-filter-group]')]
  const said = document.querySelector('[data-filter-said]')

  box.addEventListener('input', narrow)
  box.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || box.value === '') return
    event.preventDefault()
    box.value = ''
    narrow()
  })
  if (box.value) narrow()

  function narrow() {
    const typed = plain(box.value)
    let left = 0
    for (const entry of entries) {
      const meant = isMeant(typed, entry.dataset)
      entry.closest('tr').hidden = !meant
      if (meant) left += 1
    }
    for (const group of groups) group.hidden = !group.querySelector('tr:not([hidden]) [data-words]')
    said.textContent = typed ? wordsFor(left, box.value.trim()) : ''
  }

  function isMeant(typed, { words, cpv }) {
    const digits = /^(\d{2,8})(?:-\d)?$/.exec(typed)?.[1]
    if (!digits) return typed.split(' ').every((word) => words.includes(word))
    const code = digits.length < 8 ? digits : digits.slice(0, 2) + digits.slice(2).replace(/0+$/, '')
    return cpv.split(' ').some((own) => own && (code.startsWith(own) || own.startsWith(code)))
  }

  function wordsFor(left, typed) {
    if (left === 0) return `No heading matches “${typed}”. Try another word for it.`
    return `${left} ${left === 1 ? 'heading matches' : 'headings match'} “${typed}”.`
  }

  function plain(text) {
    const bare = text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[’‘]/g, "'")
    return bare.toLowerCase().replace(/\s+/g, ' ').trim()
  }
})()
