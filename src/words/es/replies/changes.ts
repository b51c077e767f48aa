import { counted } from '../../counted.ts'
import type { ChangeWords } from '../../replyWords.ts'

const minutes = (count: number) => counted('es', count, { one: '# minuto', other: '# minutos' })
const verb = (count: number, one: string, several: string) => (count === 1 ? one : several)

export const spanishChanges: ChangeWords = {
  cancel: (about) => `He entendido: cancelar ${about}. ¿Lo hago?`,
  postpone: (about) => `He entendido: aplazar ${about}. ¿Lo hago?`,
  postponeFrom: (about, from) => `He entendido: aplazar ${about}, no antes del ${from}. ¿Lo hago?`,
  move: {
    plain: (about) => `He entendido: cambiar de horario ${about}. ¿Lo hago?`,
    on: (about, day) => `He entendido: pasar ${about} al ${day}. ¿Lo hago?`,
    between: (about, from, to) => `He entendido: pasar ${about} a un día del ${from} al ${to}. ¿Lo hago?`,
    from: (about, from) => `He entendido: pasar ${about} al ${from} o más tarde. ¿Lo hago?`,
    until: (about, to) => `He entendido: pasar ${about} al ${to} como muy tarde. ¿Lo hago?`,
    nothingStands: (name) =>
      `${name} aún no tiene ninguna entrevista fijada, así que no hay nada que cambiar. «status of ${name}» muestra cómo va.`,
  },
  closed: (title, state) => `${title}: ${state}. Ya no se puede cambiar nada.`,
  nothingSaid: 'No sé qué cambiar. Puedo cambiar la duración, la modalidad, quién participa, los días y las horas.',
  changed: (about) => `Cambiado: ${about}. Aún no se ha escrito a nadie, así que no se avisa a nadie:`,
  understood: (about) => `He entendido, para ${about}:`,
  changeIt: 'Cambiarlo',
  undoChange: 'Deshacer el cambio',
  anotherTime: (about) => `El horario de ${about} está acordado, así que hay que pedir otro. ¿Lo hago?`,
  needs: {
    video: (about) => `Para ${about} necesito el enlace de vídeo.`,
    phone: (about) => `Para ${about} necesito el número.`,
    onsite: (about) => `Para ${about} necesito la dirección.`,
  },
  allGetIt: 'Todas las personas invitadas reciben el cambio.',
  busyThen: (name) => `${name} tiene otra cosa en el calendario a esa hora.`,
  lines: {
    duration: (count, before) => `${minutes(count)} en lugar de ${before}`,
    joins: (names, count) => `${names} ${verb(count, 'participa', 'participan')} también`,
    without: (names) => `sin ${names}`,
    youJoin: 'usted también participa',
    youLeave: 'usted no participa',
    video: (url) => `por vídeo, ${url}`,
    candidateCalls: (number) => `por teléfono, la persona candidata llama al ${number}`,
    clientCalls: (number) => `por teléfono, el cliente llama al ${number}`,
    onsite: (address) => `en persona, ${address}`,
    follows: 'la modalidad se indicará más adelante',
    days: (from, to) => `del ${from} al ${to}`,
    only: (times) => `solo ${times} (en su zona horaria)`,
    anyTime: 'a cualquier hora laborable',
  },
  notes: {
    calendarUnknown: (name) => `El calendario de ${name} no se conoce, así que no cuenta como libre.`,
    severalParts: 'Tiene varias partes, así que no sé cuál debe durar más.',
    sameLength: (count) => `Ya dura ${minutes(count)}.`,
    lengths: 'Una entrevista dura de 5 a 480 minutos.',
    sameMode: {
      video: 'El encuentro ya es por vídeo.',
      phone: 'El encuentro ya es por teléfono.',
      onsite: 'El encuentro ya es en persona.',
    },
    youAreIn: 'Usted ya participa.',
    youAreOut: 'De todos modos, usted no participa.',
    yourPartIsSet:
      'Su participación solo se puede cambiar hasta que se acuerde un horario. Tiene una copia de la invitación.',
    isIn: (name) => `${name} ya participa.`,
    whichOne: (written, names) => `«${written}» puede ser ${names}; diga a quién se refiere.`,
    unknownAtClient: (written, client) =>
      `No conozco a nadie con el nombre «${written}» en ${client}, así que no se ha añadido a nadie.`,
    unknownColleague: (written) =>
      `No conozco a nadie con el nombre «${written}» en el equipo de este puesto, así que no se ha añadido a nadie.`,
    iKnow: (names) => `Conozco a ${names}.`,
    isNotIn: (written) => `«${written}» no participa, así que no se ha quitado a nadie.`,
    nobodyLeft: (names, name) =>
      `Sin ${names} no quedaría nadie para reunirse con ${name}. Diga quién participa en su lugar.`,
    nothingRestricted: 'Nada limita los horarios, así que ya es posible cualquiera.',
    noRule: (written) =>
      `No puedo guardar «${written}» como regla de esta solicitud, así que no lo he tenido en cuenta.`,
    noHoursLeft: (written) => `«${written}» no deja ninguna hora libre, así que he dejado las horas como estaban.`,
    onlyDaysAndHours: (written) => `De «${written}» solo he tomado los días y las horas.`,
    tooSoon: (day, hours, first) =>
      `${day} es demasiado pronto: con ${counted('es', hours, { one: '# hora', other: '# horas' })} de antelación, el primer día posible es el ${first}.`,
  },
  causes: {
    nobodyInvited: 'Aún no ha salido ninguna invitación, así que ahora no se avisa a nadie.',
    onlyInvited: (names, count) =>
      `${names} ${verb(count, 'recibe', 'reciben')} una invitación; no se escribe a nadie más.`,
    sameEntry: 'Todas las personas invitadas reciben el cambio en la misma cita del calendario.',
    cancellation: (names, count) => `${names} ${verb(count, 'recibe', 'reciben')} una cancelación.`,
    stands: 'La entrevista sigue en pie hasta que se acuerde otro horario.',
    searchAnew: 'Los horarios ofrecidos hasta ahora se retiran y busco de nuevo; quien decide recibe un correo nuevo.',
    toldByMail: (names, count) =>
      `${names} ya ${verb(count, 'recibió la pregunta y recibe', 'recibieron la pregunta y reciben')} un aviso por correo.`,
    toldOfLeaving: (names, count) =>
      `${names} ya ${verb(count, 'recibió la pregunta y recibe', 'recibieron la pregunta y reciben')} el aviso de que se sigue sin su participación.`,
    asked: (names, count) => `${verb(count, 'Se piden horarios', 'Se piden horarios')} a ${names}.`,
    nobodyTold: 'No hay que avisar a nadie.',
    offeredUntil: (name, time) => `${name} solo ofreció horarios hasta las ${time}.`,
  },
  decision: {
    closed: (title, state) => `${title}: ${state}. No hay nada que decidir.`,
    notYours: 'Usted no participa en esta solicitud, así que no puede decidir. No se ha hecho nada.',
    candidateChooses: (name) => `La elección del horario corresponde a ${name}; nadie más puede hacerla.`,
    notOffered: (about, state) => `No hay horarios de ${about} por aprobar: ${state}.`,
    notApprover: (names) => `La aprobación corresponde a ${names}, no a usted. No se ha hecho nada.`,
    noSuchOption: (options) => `No existe la opción ${options}. Se ofrecen estos:`,
    whichTime: '¿Qué horario? Se ofrecen estos:',
    approve: (time, about) => `He entendido: aprobar ${time} para ${about}. ¿Lo hago?`,
    approveFor: (time, about, names) => `He entendido: aprobar ${time} para ${about}, con el sí de ${names}. ¿Lo hago?`,
    approveTime: 'Aprobar este horario',
    approveButton: 'Aprobar',
    booked: (name) => `La entrevista de ${name} está fijada: ya no se puede rechazar, solo cancelar.`,
    youDecline: (about) => `He entendido: usted rechaza ${about}. ¿Lo hago?`,
    declineButton: 'Rechazar la entrevista',
    oneDeclines: (name, about) =>
      `He entendido: ${name} rechaza ${about}. La solicitud queda entonces pendiente de usted, y quienes recibieron la pregunta solo lo saben cuando usted la cierre. ¿Lo hago?`,
    somebodyDeclines: (about) =>
      `He entendido: alguien rechaza ${about}. La solicitud queda entonces pendiente de usted, y quienes recibieron la pregunta solo lo saben cuando usted la cierre. ¿Lo hago?`,
    saysNo: (name) => `${name} dice que no`,
    reason: 'Motivo',
  },
}
