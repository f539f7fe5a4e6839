// Suggestions under the search boxes, and a box to find one tick in a long list of filters. Without it both just work on.
;(() => {
  for (const box of document.querySelectorAll('form[action="/search"] input[name=q]')) suggestFor(box)
  for (const group of document.querySelectorAll('fieldset[data-long]'))
    whenTakenOver(group, () => addFinder(group))

  // A combobox as in the ARIA Authoring Practices: the list helps to type, Enter always sends the form.
  function suggestFor(box) {
    let list
    let said
    let asking
    let timer
    let chosen = -1
    let closedFor = null

    box.addEventListener('focus', begin, { once: true })
    if (document.activeElement === box) begin()

    function begin() {
      whenTakenOver(box, () => list ?? setUp())
    }

    function setUp() {
      const id = `${box.id}-suggestions`
      list = make('ul', {
        id,
        role: 'listbox',
        'aria-label': 'Suggestions',
        class: 'suggestions',
        hidden: '',
      })
      said = make('span', { class: 'vh', 'aria-live': 'polite' })
      box.parentElement.append(list, said)
      const state = {
        role: 'combobox',
        'aria-autocomplete': 'list',
        'aria-expanded': 'false',
        'aria-controls': id,
      }
      for (const [name, value] of Object.entries(state)) box.setAttribute(name, value)
      box.addEventListener('input', later)
      box.addEventListener('keydown', move)
      box.addEventListener('blur', close)
      box.form.addEventListener('submit', take)
      // The box must not lose the focus before the choice is made.
      list.addEventListener('pointerdown', (event) => event.preventDefault())
      list.addEventListener('click', ({ target }) => {
        const option = target.closest('[role=option]')
        if (!option) return
        choose([...list.children].indexOf(option))
        box.form.requestSubmit()
      })
      if (box.value !== box.defaultValue) later()
    }

    function later() {
      clearTimeout(timer)
      asking?.abort()
      closedFor = null
      if (box.value.trim().length < 2) close()
      else timer = setTimeout(ask, 120)
    }

    async function ask() {
      const typed = box.value
      asking = new AbortController()
      try {
        const address = `/api/search/suggest?q=${encodeURIComponent(typed)}`
        const answer = await fetch(address, { signal: asking.signal, credentials: 'omit' })
        if (!answer.ok) return close()
        const { suggestions } = await answer.json()
        if (typed === box.value && typed !== closedFor && document.activeElement === box) show(suggestions)
      } catch {
        // Outdated, or no network: the box is a box.
      }
    }

    function show(suggestions) {
      list.replaceChildren(
        ...suggestions.map(({ text, label }, place) => {
          const option = make('li', { id: `${list.id}-${place}`, role: 'option', 'aria-selected': 'false' })
          option.dataset.text = text
          option.append(make('span', {}, text))
          if (label) option.append(make('span', { class: 'quiet' }, ` ${label}`))
          return option
        }),
      )
      choose(-1)
      const { length } = suggestions
      list.hidden = length === 0
      box.setAttribute('aria-expanded', String(length > 0))
      said.textContent = length === 0 ? '' : `${length} ${length === 1 ? 'suggestion' : 'suggestions'}`
    }

    function close() {
      clearTimeout(timer)
      asking?.abort()
      if (list.hidden) return
      choose(-1)
      list.hidden = true
      box.setAttribute('aria-expanded', 'false')
      said.textContent = ''
    }

    function move(event) {
      const { key, altKey, ctrlKey, metaKey, shiftKey, isComposing } = event
      if (isComposing || ctrlKey || metaKey || shiftKey) return
      if (key === 'Escape' && !list.hidden) {
        event.preventDefault()
        closedFor = box.value
        close()
      } else if (key === 'ArrowDown' || key === 'ArrowUp') {
        if (list.hidden) {
          if (box.value.trim().length < 2) return
          event.preventDefault()
          closedFor = null
          ask()
          return
        }
        event.preventDefault()
        if (altKey) return key === 'ArrowUp' ? close() : undefined
        // One place more than there are suggestions: what was typed.
        const places = list.children.length + 1
        choose(((chosen + 1 + (key === 'ArrowDown' ? 1 : -1) + places) % places) - 1)
      } else if (['ArrowLeft', 'ArrowRight', 'Home', 'End'].includes(key)) choose(-1)
    }

    function choose(place) {
      chosen = place
      for (const [at, option] of [...list.children].entries())
        option.setAttribute('aria-selected', String(at === place))
      if (place < 0) return box.removeAttribute('aria-activedescendant')
      box.setAttribute('aria-activedescendant', list.children[place].id)
      list.children[place].scrollIntoView({ block: 'nearest' })
    }

    function take() {
      if (chosen >= 0 && !list.hidden) box.value = list.children[chosen].dataset.text
      close()
    }
  }

  function addFinder(group) {
    const legend = group.querySelector('legend')
    const field = make('label', { class: 'facet-find' })
    const find = make('input', { type: 'search', autocomplete: 'off' })
    field.append(make('span', { class: 'small' }, `Find in ${legend.textContent}`), find)
    legend.after(field)
    find.addEventListener('keydown', (event) => event.key === 'Enter' && event.preventDefault())
    find.addEventListener('input', () => {
      const typed = find.value.trim().toLowerCase()
      if (typed) group.querySelector('.facet-more').open = true
      for (const tick of group.querySelectorAll('.tick'))
        tick.hidden = !tick.children[1].textContent.toLowerCase().includes(typed)
    })
  }

  // The framework compares the page with what it was sent: nothing is added before it has.
  function whenTakenOver(element, go) {
    const isTaken = Object.keys(element).some((key) => key.startsWith('__react'))
    if (isTaken || !document.querySelector('script[src*="/_next/static/chunks/"]')) go()
    else setTimeout(whenTakenOver, 200, element, go)
  }

  function make(name, attributes, text = '') {
    const element = document.createElement(name)
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
    element.textContent = text
    return element
  }
})()
