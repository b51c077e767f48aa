import { counted } from '../../counted.ts'
import type { BoardWords } from '../../replyWords.ts'

export const spanishBoard: BoardWords = {
  groups: {
    needsYou: 'Le necesitan',
    failed: 'Con fallos',
    linkExpired: 'Enlace caducado',
    waiting: 'A la espera de otros',
    booked: 'Fijadas',
    closed: 'Cerradas',
  },
  show: (name) => `Ver ${name}`,
  empty: {
    open: (opening) => `No hay solicitudes abiertas. Escriba «${opening}» para abrir una.`,
    confirmed: 'No hay entrevistas fijadas.',
    needsYou: 'Ahora mismo nada le necesita.',
    today: 'Hoy no hay entrevistas.',
    all: (opening) => `Todavía no hay solicitudes. Escriba «${opening}» para abrir una.`,
    waiting: 'Ahora mismo no espero a nadie.',
    unscheduled: 'Todas las solicitudes abiertas tienen horario.',
  },
  nothingFound: (place) => `No encuentro nada ${place}. «status» muestra lo que está abierto.`,
  of: (client) => `para ${client}`,
  on: (day) => `el ${day}`,
  from: (day) => `desde el ${day}`,
  until: (day) => `hasta el ${day}`,
  waitingFor: (names) => `Espero a ${names}`,
  newTimeWanted: 'se busca un nuevo horario',
  stepFailed: 'Ha fallado un paso.',
  linkExpired: (count) =>
    `El enlace caducó tras ${counted('es', count, { one: '# día', other: '# días' })}; un recordatorio envía uno nuevo.`,
  state: {
    collecting: 'a la espera de horarios',
    choosing: 'a la espera de una elección',
    approving: 'a la espera de aprobación',
    noOverlap: 'sin horario común',
    declined: 'con un rechazo',
    agreed: 'acordada, pero sin modalidad',
    confirmed: 'fijada',
    completed: 'finalizada',
    cancelled: 'cancelada',
  },
}
