// Makes the chat live. Everything here also works without it: forms are sent, pages are loaded again.
;(() => {
  const root = document.documentElement
  root.classList.add('script')
  const chat = document.querySelector('[data-chat]')
  if (!chat) return

  const messages = chat.querySelector('[data-messages]')
  const typing = chat.querySelector('[data-typing]')
  const threads = chat.querySelector('[data-threads]')
  const status = chat.querySelector('[data-status]')
  const scroll = chat.querySelector('.scroll')
  const composer = chat.querySelector('[data-composer]')
  const baseTitle = document.title
  const jsonHeaders = { Accept: 'application/json' }

  const isShown = (element) => Boolean(element) && element.getClientRects().length > 0
  const say = (words) => {
    if (status) status.textContent = words
  }
  const elementOf = (markup) => {
    const template = document.createElement('template')
    template.innerHTML = markup.trim()
    return template.content.firstElementChild
  }
  const make = (name, className, words) => {
    const element = document.createElement(name)
    element.className = className
    if (words) element.textContent = words
    return element
  }

  // ---- What a card holds while somebody works in it ---------------------------------------------------------------

  function hasTyped(article) {
    if (article.dataset.released) return false
    if (article.querySelector('.form-errors')) return true
    const active = document.activeElement
    if (article.contains(active) && active.matches('textarea, select, input:not([type=hidden])')) return true
    return [...article.querySelectorAll('input:not([type=hidden]), textarea, select')].some((field) => {
      if (field.type === 'checkbox' || field.type === 'radio') return field.checked !== field.defaultChecked
      if (field.tagName !== 'SELECT') return field.value !== field.defaultValue
      const standard = [...field.options].findIndex((option) => option.defaultSelected)
      return field.selectedIndex !== Math.max(0, standard)
    })
  }

  function swap(old, fresh) {
    const focused = old.contains(document.activeElement) ? document.activeElement : null
    const place = focused && [...old.querySelectorAll('a, button, summary')].indexOf(focused)
    const wasOpen = new Map(
      [...old.querySelectorAll('details[data-key]')].map((entry) => [entry.dataset.key, entry.open]),
    )
    for (const entry of fresh.querySelectorAll('details[data-key]'))
      if (wasOpen.get(entry.dataset.key)) entry.open = true
    prefill(fresh)
    old.replaceWith(fresh)
    if (!focused) return
    const near = [...fresh.querySelectorAll('a, button, summary')]
    const next =
      near.find((entry) => entry.textContent === focused.textContent) ?? near[Math.min(place, near.length - 1)]
    next?.focus({ preventScroll: true })
  }

  function hold(old, fresh) {
    old.held = fresh
    if (old.querySelector('.held')) return
    const hint = make('div', 'held')
    hint.setAttribute('role', 'status')
    const show = make('button', 'button button-quiet', 'Show the new version')
    show.type = 'button'
    show.addEventListener('click', () => {
      swap(old, old.held)
    })
    hint.append(make('span', '', 'This card has changed meanwhile; what you typed is still here.'), show)
    old.querySelector('.msg-body')?.prepend(hint)
  }

  function headingOf(article) {
    const title = article.querySelector('h3')?.textContent ?? ''
    const state = article.querySelector('.pill')?.textContent ?? ''
    return [title, state].filter(Boolean).join(': ')
  }

  // ---- Messages as they come --------------------------------------------------------------------------------------

  function place(event) {
    const fresh = elementOf(event.html)
    if (!fresh || !messages) return
    const old = document.getElementById(event.id)
    if (old) {
      if (old.dataset.version === String(event.version)) return
      if (hasTyped(old)) hold(old, fresh)
      else swap(old, fresh)
      say(`Changed: ${headingOf(fresh)}`)
    } else {
      if (event.author === 'member') messages.querySelector('[data-pending]')?.remove()
      const last = [...messages.querySelectorAll('[data-day]')].at(-1)
      if (last?.dataset.day !== event.day) {
        const day = make('h2', 'day')
        day.dataset.day = event.day
        day.append(make('span', '', event.dayLabel))
        messages.insertBefore(day, messages.querySelector('[data-pending]') ?? typing)
      }
      prefill(fresh)
      messages.insertBefore(fresh, messages.querySelector('[data-pending]') ?? typing)
      if (scroll.scrollTop < -120) showJump()
      else showStart(fresh)
    }
    if (event.author !== 'member') setTyping(false)
    markRead()
  }

  let typingTimer = 0
  function setTyping(isOn) {
    if (!typing) return
    clearTimeout(typingTimer)
    const words = typing.querySelector('[data-typing-words]')
    typing.hidden = !isOn
    if (!isOn) return
    words.textContent = 'Parley is on it'
    typingTimer = setTimeout(() => {
      words.textContent = 'This takes longer than usual. The answer will appear here; you can go on meanwhile.'
    }, 20_000)
  }

  let jump = null
  function showJump() {
    if (jump) return
    jump = make('button', 'button button-normal jump', 'New message below')
    jump.type = 'button'
    jump.addEventListener('click', toEnd)
    scroll.after(jump)
  }
  function toEnd() {
    scroll.classList.remove('scroll-start')
    scroll.scrollTop = 0
    jump?.remove()
    jump = null
  }
  scroll?.addEventListener('scroll', () => {
    if (jump && scroll.scrollTop > -40) toEnd()
  })

  /** A message that is taller than its room is read from its start. */
  function showStart(article) {
    if (article && scroll && article.offsetHeight > scroll.clientHeight) article.scrollIntoView({ block: 'start' })
  }

  let isMarking = false
  async function markRead() {
    const path = chat.dataset.read
    if (!path || isMarking || document.hidden || !isShown(messages) || chat.dataset.unread !== '1') return
    isMarking = true
    try {
      const answer = await fetch(path, { method: 'POST', headers: jsonHeaders })
      if (answer.ok) {
        chat.dataset.unread = ''
        chat.querySelector('[data-mark-read]')?.remove()
      }
    } catch {
      // It stays unread and is tried with the next message.
    }
    isMarking = false
  }

  // ---- The stream -------------------------------------------------------------------------------------------------

  let source = null
  let cursor = ''
  let retryTimer = 0
  let offline = null

  function connect() {
    if (source || document.hidden) return
    clearTimeout(retryTimer)
    const url = new URL(chat.dataset.live, location.href)
    if (cursor) url.searchParams.set('since', cursor)
    source = new EventSource(url)
    source.addEventListener('hello', () => {
      offline?.remove()
      offline = null
    })
    source.addEventListener('message', (event) => place(JSON.parse(event.data)))
    source.addEventListener('reload', () => location.reload())
    source.addEventListener('threads', (event) => {
      if (event.lastEventId) cursor = event.lastEventId
      const { html, unread } = JSON.parse(event.data)
      showThreads(html)
      document.title = unread > 0 ? `(${unread}) ${baseTitle}` : baseTitle
    })
    source.addEventListener('error', () => {
      const isFinal = source?.readyState === EventSource.CLOSED
      if (!isFinal) return
      disconnect()
      retryTimer = setTimeout(connect, 4_000)
      whyOffline()
    })
  }

  function disconnect() {
    source?.close()
    source = null
  }

  async function whyOffline() {
    let words = 'Parley cannot be reached right now. This page goes on by itself once it can.'
    try {
      const answer = await fetch(location.href, { method: 'HEAD' })
      if (answer.status === 401)
        words = 'This session has ended, or Parley was started again. Open the address that Parley printed last.'
      else if (answer.ok) return
    } catch {
      // Not reachable: the words above.
    }
    if (!offline) {
      offline = make('p', 'offline')
      offline.setAttribute('role', 'alert')
      chat.before(offline)
    }
    offline.textContent = words
  }

  function showThreads(markup) {
    if (!threads || threads.innerHTML === markup) return
    const focused = threads.contains(document.activeElement) ? document.activeElement.getAttribute('href') : null
    threads.innerHTML = markup
    const current = threads.querySelector('[aria-current] .item-dot')
    if (current) chat.dataset.unread = '1'
    if (focused) threads.querySelector(`a[href="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true })
    markRead()
  }

  document.addEventListener('visibilitychange', () => {
    // A hidden page gives its connection back: browsers allow six to one address.
    if (document.hidden) disconnect()
    else {
      connect()
      markRead()
    }
  })
  addEventListener('pagehide', disconnect)
  addEventListener('pageshow', connect)

  // ---- Writing ----------------------------------------------------------------------------------------------------

  const text = composer?.querySelector('textarea')
  const error = composer?.querySelector('.composer-error')

  function showError(words) {
    if (!error) return
    error.hidden = !words
    error.textContent = words
    if (words) text.setAttribute('aria-invalid', 'true')
    else text.removeAttribute('aria-invalid')
  }

  function grow() {
    if (CSS.supports('field-sizing', 'content')) return
    text.style.height = 'auto'
    text.style.height = `${Math.min(text.scrollHeight, 200)}px`
  }

  text?.addEventListener('input', grow)
  text?.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
    event.preventDefault()
    composer.requestSubmit()
  })

  let isSending = false
  composer?.addEventListener('submit', async (event) => {
    event.preventDefault()
    const words = text.value.trim()
    if (isSending || words === '') return text.focus()
    isSending = true
    showError('')
    const body = new URLSearchParams(new FormData(composer))
    let pending = null
    if (messages) {
      pending = make('article', 'msg msg-own msg-pending')
      pending.dataset.pending = ''
      const inner = make('div', 'msg-body')
      inner.append(make('p', 'said', words))
      pending.append(inner)
      messages.insertBefore(pending, typing)
      setTyping(true)
      toEnd()
    }
    text.value = ''
    grow()
    composer.setAttribute('aria-busy', 'true')
    try {
      const answer = await fetch(composer.action, { method: 'POST', headers: jsonHeaders, body })
      const outcome = await answer.json().catch(() => ({ kind: 'refused', sentence: null }))
      if (outcome.kind !== 'ok') throw new Error(outcome.sentence ?? 'That was not taken. Please try again.')
      composer.elements._event.value = crypto.randomUUID()
      if (outcome.url) return location.assign(outcome.url)
      if (!source) location.reload()
    } catch (problem) {
      pending?.remove()
      setTyping(false)
      // The event id stays: sending the same words again is the same message, should it have arrived after all.
      if (text.value === '') text.value = words
      grow()
      showError(
        problem instanceof TypeError
          ? 'Parley cannot be reached right now. Your words are still here.'
          : problem.message,
      )
      text.focus()
    } finally {
      isSending = false
      composer.removeAttribute('aria-busy')
    }
  })

  for (const link of chat.querySelectorAll('[data-suggestion]'))
    link.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return
      event.preventDefault()
      text.value = link.dataset.suggestion
      grow()
      text.focus()
    })

  // ---- Buttons and forms in cards ---------------------------------------------------------------------------------

  chat.addEventListener('submit', async (event) => {
    const form = event.target
    if (!(form instanceof HTMLFormElement) || !form.hasAttribute('data-action')) return
    event.preventDefault()
    const article = form.closest('article')
    if (form.dataset.busy) return
    form.dataset.busy = '1'
    article?.setAttribute('aria-busy', 'true')
    const id = article?.id
    try {
      const answer = await fetch(form.action, {
        method: 'POST',
        headers: jsonHeaders,
        body: new URLSearchParams(new FormData(form)),
      })
      const outcome = await answer.json()
      const now = id ? document.getElementById(id) : null
      if (outcome.kind === 'ok') {
        if (now?.held) swap(now, now.held)
        else if (now) now.dataset.released = '1'
        say('Done.')
        if (!source) location.reload()
        return
      }
      const fresh = outcome.html ? elementOf(outcome.html) : null
      if (fresh && now) {
        now.querySelector('.held')?.remove()
        now.replaceWith(fresh)
        prefill(fresh)
        const wrong = fresh.querySelector('[aria-invalid]') ?? fresh.querySelector('.form-errors a, [role=alert]')
        if (wrong && !wrong.matches('a, input, select, textarea')) wrong.tabIndex = -1
        wrong?.focus()
      } else tell(outcome.sentence ?? 'That was not possible.')
    } catch {
      tell('Parley cannot be reached right now, so it is not certain whether that was done. Look again in a moment.')
    } finally {
      delete form.dataset.busy
      if (id) document.getElementById(id)?.removeAttribute('aria-busy')
    }
  })

  function tell(words) {
    if (!messages) return
    messages.querySelector('.told')?.remove()
    const note = make('div', 'note note-warning told')
    note.setAttribute('role', 'alert')
    note.append(make('p', '', words))
    messages.insertBefore(note, typing)
    toEnd()
  }

  /** The browser knows its zone; an empty field named "zone" gets it, and it does not count as typed. */
  function prefill(within) {
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
    for (const field of within.querySelectorAll('[name=zone]')) {
      if (field.value !== '' || !zone) continue
      if (field.tagName !== 'SELECT') field.defaultValue = zone
      else
        for (const option of field.options)
          if (option.value === zone) {
            option.defaultSelected = true
            option.selected = true
          }
    }
  }

  prefill(chat)
  if (!location.hash) showStart(messages?.querySelector('article:last-of-type'))
  if (typing && !typing.hidden) setTyping(true)
  connect()
  markRead()
})()
