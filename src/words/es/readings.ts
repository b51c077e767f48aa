import { counted } from '../counted.ts'
import type { ReadingWords } from '../readingWords.ts'

export const spanishReadings: ReadingWords = {
  understood: (times) => `He entendido: ${times}.`,
  busy: (times) => `He entendido que esto no le conviene: ${times}.`,
  selected: (numbers, times) => `He entendido: propuesta ${numbers} (${times}).`,
  rejected: 'He entendido que no le conviene ninguno de los horarios propuestos.',
  declined: 'He entendido que no desea continuar.',
  none: 'No he encontrado ningún horario en este mensaje.',
  doubts: {
    noDay: 'He entendido una hora, pero no de qué día.',
    notSureOffer: 'No sé con seguridad cuáles de estos horarios ofrece.',
    nothingLeft: 'En este mensaje no he encontrado ningún horario dentro de los días que buscamos.',
    whichProposal: 'No sé con seguridad a cuál de las propuestas se refiere.',
    unread: 'No he podido leer los horarios de este mensaje.',
  },
  to: ' a ',
  and: (times, more) => `${times} y ${more}`,
  more: (count) => counted('es', count, { one: '# horario más', other: '# horarios más' }),
}
