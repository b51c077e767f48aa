// Makes ticking quicker. Every page works the same without it.
const form = document.querySelector('form.week')

if (form) {
  const boxes = [...form.querySelectorAll('.grid input')]
  const halfHour = (box) => Number(box.name.slice(1))
  const ranges = { all: [0, 48], morning: [0, 24], afternoon: [24, 34], evening: [34, 48] }

  form.addEventListener('click', (event) => {
    const button = event.target.closest('button[name=fill]')
    if (!button || button.value === 'keep') return
    event.preventDefault()
    if (button.value === 'clear') for (const box of boxes) box.checked = false
    else if (button.value.startsWith('d')) {
      const day = boxes.filter((box) => box.name[0] === button.value[1])
      const isFull = day.every((box) => box.checked)
      for (const box of day) box.checked = !isFull
    } else {
      const [from, to] = ranges[button.value]
      for (const box of boxes) if (halfHour(box) >= from && halfHour(box) < to) box.checked = true
    }
  })

  // Dragging paints, with a mouse only: on a phone it must scroll. A single click works as ever.
  let paint = null
  let start = null
  const boxAt = (event) =>
    document.elementFromPoint(event.clientX, event.clientY)?.closest('.grid label')?.querySelector('input')
  form.addEventListener('pointerdown', (event) => {
    if (event.pointerType !== 'mouse' || event.button !== 0) return
    start = boxAt(event)
    paint = null
  })
  form.addEventListener('pointermove', (event) => {
    if (!start) return
    const box = boxAt(event)
    if (!box || (paint === null && box === start)) return
    if (paint === null) {
      paint = !start.checked
      start.checked = paint
    }
    box.checked = paint
  })
  addEventListener('pointerup', () => {
    start = null
  })

  const zone = form.querySelector('[data-device]')
  const device = Intl.DateTimeFormat().resolvedOptions().timeZone
  const select = form.querySelector('#zone')
  if (zone && select && device && device !== select.value)
    zone.append(`. ${zone.dataset.device} ${device.replaceAll('_', ' ')}`)
}

// A second press while the first is under way sends nothing twice.
for (const each of document.forms) {
  let isSent = false
  each.addEventListener('submit', (event) => {
    if (isSent) event.preventDefault()
    isSent = true
  })
}
addEventListener('pageshow', (event) => {
  if (event.persisted) location.reload()
})
