import { counted } from '../counted.ts'
import type { PageWords } from '../pageWords.ts'
import { spanishLegal } from './legal.ts'

// Words that are at home in Spain and in America alike. No name stands behind "y" or "o", which change before some vowels.

const hourForms = { one: '# hora', other: '# horas' }

export const spanishPages: PageWords = {
  legal: spanishLegal,
  skip: 'Ir a la pregunta',
  languageSwitch: 'Idioma',
  quote: (text) => `«${text}»`,
  colon: ': ',
  errorPrefix: 'Error',
  errorHeading: (count) => counted('es', count, { one: 'Hay un dato por corregir', other: 'Hay # datos por corregir' }),
  to: (from, to) => `de ${from} a ${to}`,
  clock: (time) => time,
  facts: {
    role: 'Puesto',
    candidate: 'Candidatura',
    length: 'Duración',
    how: 'Modalidad',
    meets: 'Se reúne con',
    howOpen: 'Se le indicará con la confirmación',
  },
  minutes: (count) => counted('es', count, { one: '# minuto', other: '# minutos' }),
  contactHeading: '¿Tiene alguna pregunta?',
  contact: (name) => `${name} le atenderá con gusto:`,
  assistant: (agency, recruiter) =>
    `Un asistente de software de ${agency} organiza esta entrevista. Lo que escriba aquí lo lee ${recruiter}.`,
  linkLasts: (name, until) => `Esta página es exclusivamente para ${name}. El enlace es válido hasta el ${until}.`,
  expiredNote: 'Después, el mismo enlace le ofrecerá recibir uno nuevo por correo.',
  zone: {
    now: (zone, offset) => `Horas de ${zone} (${offset})`,
    shifts: (zone, before, on, after) =>
      `Horas de ${zone} (${before}; a partir del ${on}, ${after}, por el cambio de hora)`,
    change: 'Cambiar',
    pick: 'Zona horaria',
    apply: 'Mostrar en esta zona',
    all: 'Ver todas las zonas horarias',
    both: (range, zone) => `${range} en ${zone}`,
    device: 'Su dispositivo está en',
  },
  availability: {
    title: 'Su disponibilidad',
    heading: (role, name, candidate, company) =>
      role === 'candidate'
        ? `${name}, ¿cuándo podría reunirse con ${company ?? 'el equipo'}?`
        : `${name}, ¿cuándo podría reunirse con ${candidate}?`,
    intro: (minutes, agency) =>
      `Marque todos los horarios que le convengan. ${agency} busca ${minutes} que convengan a todas las partes: cuantos más marque, antes quedará resuelto. La otra parte no ve lo que marca.`,
    again: 'Los horarios recibidos hasta ahora no coinciden. ¿Podría ofrecer otros?',
    suggesting: '¿No le conviene ninguno de los horarios propuestos? Marque los que sí, y buscamos de nuevo.',
    weekOf: (from, to) => `Del ${from} al ${to}`,
    quick: 'Marcar de una vez:',
    fills: { all: 'Todo el día', morning: 'Mañanas', afternoon: 'Tardes', evening: 'Noches', clear: 'Desmarcar todo' },
    wholeDay: 'día completo',
    noDays: 'No queda nada que ofrecer en este horario de la semana.',
    moreHours: 'Mostrar noches y fines de semana',
    fewerHours: 'Mostrar solo el horario habitual',
    rows: 'Otros horarios, o solo si es necesario',
    rowsHint:
      'Para horas que no están en la tabla, o para las que prefiere mantener libres pero en las que podría hacer un hueco.',
    row: (number) => `Horario ${number}`,
    on: 'Día',
    from: 'Desde',
    until: 'Hasta',
    level: 'Me conviene',
    good: 'bien',
    possible: 'solo si es necesario',
    note: '¿Algo que debamos saber? (opcional)',
    noteHint: 'Por ejemplo: «Puedo atender una llamada a mediodía cualquier día».',
    send: 'Enviar mi disponibilidad',
    sendAgain: 'Enviar mis cambios',
    sure: 'Sí, esta es toda mi disponibilidad',
    goTo: (week) => `Guardar e ir a la semana del ${week}`,
    saved: (count) => counted('es', count, { one: 'un horario guardado', other: '# horarios guardados' }),
    decline: '¿No le conviene ninguno o no puede participar?',
    declineIntro: 'No hay problema. Indíquelo aquí, y nadie se quedará esperando.',
    back: 'Volver sin cambiar nada',
  },
  told: {
    title: 'Hemos recibido su disponibilidad',
    heading: (name) => `Gracias, ${name}. Esto es lo que nos ha indicado.`,
    intro: 'Su disponibilidad',
    byRecruiter: (recruiter) => `${recruiter} ha introducido estos horarios en su nombre.`,
    ifNeedBe: (range) => `${range} si es necesario`,
    sentence: (day, ranges) => `El ${day}, ${ranges}.`,
    note: 'Ha añadido:',
    next: 'En cuanto la otra parte responda, recibirá un correo con la cita o con horarios para elegir. Hasta entonces no tiene que hacer nada.',
    nextLater: '¿Ha surgido algo? Puede cambiar su disponibilidad mientras no haya una cita fijada.',
    change: 'Cambiar mi disponibilidad',
  },
  reason: 'Motivo (opcional)',
  reasonHint: 'Unas palabras nos ayudan a ofrecerle algo mejor.',
  choice: {
    title: 'Elegir un horario',
    heading: (name) => `${name}, ¿qué horario le conviene más?`,
    intro:
      'Cada uno de estos horarios conviene a todas las demás personas. Elija uno; del resto nos encargamos nosotros.',
    legend: 'Horarios para elegir',
    more: (count) => counted('es', count, { one: 'Un horario más', other: '# horarios más' }),
    goodForEveryone: 'conviene a todas las partes',
    send: 'Elegir este horario',
    noneLeft: 'Ya no queda libre ninguno de los horarios propuestos. Indíquenos otros, y buscamos de nuevo.',
    suggest: 'Ninguno: indicar otros horarios',
  },
  approval: {
    title: 'Aprobar un horario',
    heading: (name, candidate) => `${name}, ¿podemos fijar una entrevista con ${candidate}?`,
    intro: (candidate, minutes, job) =>
      `${candidate} puede reunirse con usted durante ${minutes} para el puesto de ${job}, en cualquiera de estos horarios.`,
    legend: 'Horarios posibles para la otra parte',
    several:
      'Alguien de su equipo ya ha dado su aprobación; la entrevista queda fijada cuando la den todas las partes.',
    resume: 'Ver el currículum',
    send: 'Aprobar este horario',
    suggest: 'Proponer otros horarios',
    declineHeading: '¿No desea esta entrevista?',
    declineTick: 'Sí, rechazo esta entrevista',
    declineSend: 'Rechazar la entrevista',
  },
  declineTick: 'Sí, no puedo participar',
  declineSend: 'Avisar de que no puedo participar',
  reading: {
    title: '¿Es correcto?',
    heading: (name) => `¿Le hemos entendido bien, ${name}?`,
    intro: 'Un programa ha leído su correo. No se anota nada hasta que confirme que es correcto.',
    times: 'Su disponibilidad, tal como la hemos entendido',
    replaces: 'Sustituye a la que nos había indicado antes.',
    tick: 'Sí, estos horarios son correctos',
    send: 'Enviar estos horarios',
    no: 'Hemos entendido que no puede participar',
    change: 'No es correcto: elegir los horarios yo',
  },
  waiting: {
    title: 'Por ahora no hay nada que hacer',
    heading: {
      otherSide: (name) => `Gracias, ${name}. Estamos preguntando a la otra parte.`,
      approval: (name) => `Gracias, ${name}. Falta una aprobación.`,
      details: (name) => `Gracias, ${name}. El horario está acordado.`,
    },
    text: {
      otherSide: 'En cuanto responda, recibirá un correo. Hasta entonces no tiene que hacer nada.',
      approval:
        'En cuanto se apruebe el horario, recibirá una invitación de calendario por correo. Hasta entonces no tiene que hacer nada.',
      details:
        'Se está concretando la modalidad; después recibirá una invitación de calendario por correo. Hasta entonces no tiene que hacer nada.',
    },
  },
  manage: {
    title: 'Su entrevista',
    heading: 'Su entrevista está confirmada',
    whereOpen: 'Los detalles llegarán por correo',
    join: 'Unirse a la llamada',
    add: 'Añadir a mi calendario',
    moveHeading: 'Cambiarla de hora',
    moveIntro: 'Le pediremos otros horarios. Mientras no se acuerde una nueva cita, la entrevista sigue en pie.',
    moveTick: 'Sí, necesito otro horario',
    moveSend: 'Pedir otro horario',
    cancelHeading: 'Cancelarla',
    cancelIntro: 'Se avisa a todas las partes por correo, y la entrevista desaparece de todos los calendarios.',
    cancelTick: 'Sí, cancelar mi entrevista',
    cancelSend: 'Cancelar la entrevista',
    changed: (name) => `Si aquí no es posible ni lo uno ni lo otro, llame o escriba a ${name}.`,
  },
  limits: {
    late: (hours, recruiter) =>
      `Aquí se podían hacer cambios hasta ${counted('es', hours, hourForms)} antes del comienzo. Póngase en contacto con ${recruiter}.`,
    moved: (count, recruiter) =>
      `La entrevista ya se ha cambiado ${counted('es', count, { one: 'una vez', other: '# veces' })}, que es el máximo posible aquí. Póngase en contacto con ${recruiter}.`,
    open: (hours, movesLeft) =>
      `Aquí puede cambiarla o cancelarla hasta ${counted('es', hours, hourForms)} antes del comienzo; el cambio es posible ${counted('es', movesLeft, { one: 'una vez más', other: '# veces más' })}.`,
  },
  reminders: {
    heading: '¿Prefiere no recibir más recordatorios?',
    intro:
      'En ese caso no recibirá más recordatorios por correo. No se cancela nada, y puede seguir respondiendo en esta página.',
    tick: 'Sí, no enviarme más recordatorios',
    send: 'Detener los recordatorios',
    stopped: (recruiter) =>
      `Ya no recibirá recordatorios sobre esto. No se ha cancelado nada; ${recruiter} puede volver a activarlos.`,
  },
  closed: {
    title: 'Esta página está cerrada',
    heading: {
      cancelled: 'Esta entrevista se ha cancelado',
      declined: 'Nos indicó que no puede participar',
      completed: 'Esta entrevista ya ha tenido lugar',
      released: 'La entrevista sigue adelante sin su participación',
    },
  },
  expired: {
    title: 'Este enlace ha caducado',
    heading: 'Este enlace ha caducado',
    text: 'Por su seguridad, los enlaces son válidos durante dos semanas. Podemos enviar uno nuevo a la dirección que recibió este.',
    tick: 'Sí, envíenme un enlace nuevo',
    send: 'Recibir un enlace nuevo',
  },
  renewed: {
    title: 'Consulte su correo',
    heading: 'Consulte su correo',
    text: 'Si este enlace se puede renovar, ya va uno nuevo de camino a la dirección que recibió el anterior.',
  },
  unknown: {
    title: 'Esta página no existe',
    heading: 'Esta página no existe',
    text: 'Es posible que el enlace esté incompleto o ya no se use. Ábralo desde el correo más reciente que haya recibido, o responda a ese correo: lo leerá una persona.',
  },
  tooMany: {
    title: 'Espere un minuto, por favor',
    heading: 'Espere un minuto, por favor',
    text: 'Se han probado demasiados enlaces desde su red. No se ha perdido nada; inténtelo de nuevo en un minuto.',
  },
  broken: {
    title: 'No ha funcionado',
    heading: 'No ha funcionado',
    text: 'Algo ha fallado por nuestra parte. No se ha cambiado nada; vuelva atrás e inténtelo de nuevo.',
  },
  tooBig: {
    title: 'El envío es demasiado grande',
    heading: 'El envío es demasiado grande',
    text: 'El envío supera lo que admite esta página. No se ha cambiado nada; vuelva atrás y envíe menos.',
  },
  trouble: {
    badInput: 'Uno de los datos no se puede usar así. No se ha cambiado nada; revíselo, por favor.',
    busy: 'Un servicio que necesitamos no responde en este momento. No se ha cambiado nada; inténtelo de nuevo en unos minutos.',
    other: 'Algo ha fallado por nuestra parte. No se ha cambiado nada; inténtelo de nuevo.',
  },
  notices: {
    taken: 'Ese horario se acaba de asignar a otra persona. No se ha fijado nada; vea los que quedan.',
    tooLate: 'Eso ya no es posible, porque entretanto se ha avanzado. Así está ahora.',
  },
  errors: {
    noTimes: 'Marque al menos un horario, o indique abajo que no le conviene ninguno.',
    sure: 'No ha cambiado nada. Marque esta casilla para enviar los horarios tal como están.',
    tooMany: (max) => `Son más de ${max} horarios sueltos. Indique menos, pero más largos.`,
    badTick: 'Una de las casillas marcadas ya no pertenece a esta semana. Revise la tabla, por favor.',
    zone: 'No conocemos esta zona horaria. Elija una de la lista.',
    zoneChanged: (zone) => `Ahora se muestran las horas de ${zone}. Revíselas y envíe de nuevo.`,
    note: (max) => `Limite la nota a ${max} caracteres, por favor.`,
    reason: (max) => `Limite el motivo a ${max} caracteres, por favor.`,
    date: 'Indique el día como fecha.',
    time: 'Indique la hora en horas y minutos, por ejemplo 14:30.',
    missing: 'Rellene el día, el comienzo y el final, o deje los tres campos vacíos.',
    notInWeek: (from, to) =>
      `Esta página abarca del ${from} al ${to}. Para otro día, guarde y vaya a la semana correspondiente.`,
    endFirst: 'El final es anterior al comienzo.',
    past: 'Este momento ya ha pasado.',
    early: (at) => `El primer momento posible es el ${at}.`,
    late: (on) => `El último día posible es el ${on}.`,
    gap: (time, on) => `Las ${time} no existen el ${on}: los relojes se adelantan una hora.`,
    short: (day, range, minutes) =>
      `El horario del ${day}, ${range}, es más corto que los ${minutes} necesarios. Marque lo anterior o lo posterior, o desmárquelo.`,
    declineTick: 'Marque esta casilla si no puede participar.',
    choose: 'Elija uno de los horarios.',
    moveTick: 'Marque esta casilla si necesita otro horario.',
    cancelTick: 'Marque esta casilla si desea cancelar.',
    readingTick: 'Marque esta casilla si los horarios son correctos.',
    remindersTick: 'Marque esta casilla si no desea más recordatorios.',
    renewTick: 'Marque esta casilla si desea un enlace nuevo.',
  },
}
