import { counted } from '../../counted.ts'
import type { SettingWords } from '../../replyWords.ts'

const minutes = (count: number) => counted('es', count, { one: '# minuto', other: '# minutos' })

export const spanishSettings: SettingWords = {
  setUp: {
    yours: 'Sus ajustes',
    welcome: 'Hola, soy Parley',
    whoAreYou:
      'Organizo entrevistas entre personas candidatas y clientes. Antes de que salga el primer correo en su nombre, dígame quién es usted.',
    change: 'Cambiar los ajustes',
    begin: 'Configurar',
    save: 'Guardar',
    agencyName: 'Nombre de la agencia o empresa',
    agencyHint: 'Figura en todos los correos.',
    name: 'Su nombre',
    email: 'Su correo',
    emailHint: 'Ahí llegan las respuestas.',
    phone: 'Su teléfono',
    phoneHint: 'En los correos, para quien prefiera llamar.',
    zone: 'Su zona horaria',
    zoneHint: 'Por ejemplo Europe/Madrid.',
    dayStarts: 'Entrevistas desde',
    dayEnds: 'Entrevistas hasta',
    locale: 'Idioma y formatos',
    wrong: {
      agencyName: 'Indique el nombre que figura en todos los correos.',
      name: 'Indique su nombre, para que se sepa quién pregunta.',
      email: 'Escriba su dirección como nombre@empresa.com.',
      zone: 'No conozco esta zona horaria. Escríbala como Europe/Madrid o America/New_York.',
      clock: (example) => `Escriba la hora como ${example}.`,
      tooShort: 'El día debe terminar al menos una hora después de empezar.',
    },
  },
  defaults: {
    button: 'Valores para las entrevistas',
    numbers: {
      durationMinutes: { label: 'Duración de una entrevista', hint: 'Minutos, de 5 a 480' },
      screeningMinutes: { label: 'Duración de una primera llamada', hint: 'Minutos, de 5 a 480' },
      noticeHours: { label: 'Antelación', hint: 'Horas antes de la entrevista más próxima, de 0 a 336' },
      gapMinutes: { label: 'Tiempo entre dos entrevistas de una persona', hint: 'Minutos, de 0 a 240' },
      windowDays: { label: 'Con cuántos días de margen se pregunta', hint: 'Días, de 1 a 120' },
      offerCount: { label: 'Horarios que se ofrecen a la vez', hint: 'De 1 a 5' },
      moveCountMax: { label: 'Cuántas veces puede cambiarla un invitado', hint: 'De 0 a 20' },
      changeCutoffHours: { label: 'Los invitados pueden cambiarla hasta', hint: 'Horas antes del inicio, de 0 a 168' },
    },
    weekdays: 'Días',
    weekdaysHint: (days) => `Por ejemplo ${days}`,
    hours: {
      workday: 'Un día laborable',
      morning: 'Por la mañana',
      afternoon: 'Por la tarde',
      evening: 'Por la noche',
      lunch: 'A mediodía',
    },
    hoursHint: (hours) => `Qué significa cuando alguien lo escribe, por ejemplo ${hours}`,
    hoursWrong: (hours) => `Escriba desde y hasta qué hora, por ejemplo ${hours}.`,
    grid: { label: 'Las entrevistas empiezan cada', quarter: '15 minutos', half: '30 minutos', hour: 'hora' },
    order: {
      label: 'A quién se pregunta primero',
      both: 'a las dos partes a la vez',
      candidateFirst: 'a la persona candidata',
      clientFirst: 'al cliente',
    },
    quorum: {
      label: 'Cuando un cliente tiene varios contactos',
      all: 'hace falta la aprobación de cada persona',
      any: 'basta una persona',
    },
    ladder: {
      candidateAfter: 'Recordar a las personas candidatas después de',
      candidateBefore: 'y antes del último día posible',
      clientAfter: 'Recordar a los clientes después de',
      clientBefore: 'y antes del último día posible, clientes',
    },
    ladderHint: 'Días, por ejemplo 1, 3; vacío para ninguno',
    accentColor: 'Color de páginas y correos',
    accentHint: (example) => `Por ejemplo ${example}`,
    unusable: (hint) => `Este valor no se puede usar. ${hint}`,
    lookAtExample: 'Mire el ejemplo.',
    saved: 'Guardado. Las solicitudes nuevas usan estos valores; las abiertas conservan los suyos.',
  },
  place: {
    label: 'Dónde está la tarjeta de una solicitud',
    options: {
      asked: 'donde se pidió',
      ownThread: 'un hilo propio en un canal',
      candidateChannel: 'un canal privado por persona candidata (Slack)',
    },
    channel: 'Qué canal',
    channelHint: (example) =>
      `Para hilos propios, por ejemplo ${example}. En Teams, dígalo en el canal: «keep each request in its own thread here».`,
    threadIn: (channel) => `un hilo propio en ${channel}`,
    whichChannel: (example) =>
      `¿Qué canal? Diga su nombre, por ejemplo «keep each request in its own thread in ${example}».`,
    notAChannel:
      'Esta conversación no es un canal, así que no se ha cambiado nada. Dígalo en el canal al que se refiere.',
    notFound: {
      none: (channel) =>
        `No encuentro ningún canal llamado ${channel}, así que no se ha cambiado nada. En Teams, dígalo en el propio canal: «keep each request in its own thread here».`,
      notInvited: (channel) => `Todavía no estoy en ${channel}, así que no se ha cambiado nada. Invíteme y repítalo.`,
    },
    onlyAdmins: 'Solo administración decide dónde están las solicitudes; no se ha cambiado nada.',
    changed: (place, before) =>
      `A partir de ahora, la tarjeta de cada solicitud está aquí: ${place}. Antes: ${before}. Las que están abiertas se quedan donde están.`,
    fellBack: (why) =>
      `No he podido dar a esta solicitud un lugar propio, así que se queda aquí. ${why} Lo digo solo una vez; mientras no cambie, cada solicitud se queda donde se pidió.`,
    there: (candidate, job, place) => `${candidate}, ${job}: seguimos en ${place}.`,
    open: 'Abrirla allí',
  },
  change: {
    value: {
      minutes,
      hours: (count) => counted('es', count, { one: '# hora', other: '# horas' }),
      days: (count) => counted('es', count, { one: '# día', other: '# días' }),
      times: (count) => counted('es', count, { one: '# horario', other: '# horarios' }),
    },
    range: {
      gapMinutes: 'de 0 a 240 minutos',
      noticeHours: 'de 0 a 336 horas',
      windowDays: 'de 1 a 120 días',
      offerCount: 'de 1 a 5',
      screeningMinutes: 'de 5 a 480 minutos',
      durationMinutes: 'de 5 a 480 minutos',
    },
    none: (written) => `No tengo ningún ajuste para «${written}», así que no ha cambiado nada. Estos son los que hay:`,
    outside: (label, limits) => `${label}: puede ser ${limits}. No ha cambiado nada.`,
    same: (label, value) => `${label}: ya es ${value}.`,
    changed: (label, value, before) =>
      `${label}: ${value} a partir de ahora, antes ${before}. Las solicitudes abiertas conservan el suyo.`,
    changedHours: (label, value, before) =>
      `${label}: ${value} a partir de ahora, antes ${before}. Así leeré los horarios escritos.`,
  },
  briefings: {
    unknownMember: 'Ya no le conozco, así que no he hecho nada.',
    noWorkingDay: 'En los ajustes ningún día es laborable, así que no llegará ningún resumen.',
    daily: (clock, when) =>
      `Su resumen llega a las ${clock} los días laborables, aquí en «Briefings» y por correo. El próximo: ${when}. Los días sin entrevistas y sin nada pendiente de usted no se envía.`,
    stopped: 'Su resumen diario ya no se envía.',
    shortStays: (count) =>
      `El breve, ${minutes(count)} antes de una entrevista en la que usted participa, sigue llegando.`,
    endShort: '«no briefings before interviews» lo quita para todo el mundo.',
    comesBack: '«briefing now» muestra su día, y «briefing at 8:00» lo recupera.',
    onlyRecruiters:
      'Los resúmenes antes de las entrevistas son iguales para todo el mundo aquí, así que solo los cambia selección. No he hecho nada.',
    noneBefore:
      'Ya no hay resúmenes antes de las entrevistas, para nadie aquí. «briefing 30 minutes before interviews» los recupera.',
    before: (count) =>
      `Quien participa en una entrevista recibe un resumen ${minutes(count)} antes. Vale para las entrevistas que se fijen o cambien a partir de ahora; las demás conservan su hora.`,
  },
  connect: {
    mail: 'El correo sale por cualquier servidor SMTP: indique SMTP_URL, PARLEY_MAIL_FROM y PARLEY_PUBLIC_URL en el archivo .env y reinicie Parley. Hasta entonces los correos se guardan y se muestran en el buzón.',
    calendarFile: 'Un calendario se importa como archivo .ics, por cada colega, en la página del equipo.',
    calendars:
      'Los calendarios de Google, Microsoft y CalDAV aún no se pueden conectar. Lo que funciona hoy: un calendario se importa como archivo .ics, por cada colega, en la página del equipo; sin él, la persona no se conoce y nunca cuenta como libre.',
    chats:
      'Slack y Microsoft Teams se conectan mediante ajustes en el archivo .env: los que empiezan por SLACK_ o TEAMS_ en .env.example. Otros chats aún no se pueden conectar.',
    video:
      'Parley aún no puede crear salas de vídeo. Lo que funciona hoy: indique el enlace de vídeo una vez en la tarjeta de una solicitud, y se conserva para el puesto o el cliente.',
    files: 'Candidaturas, contactos y puestos se importan como archivos CSV.',
    cannot: (written) => `No puedo conectar «${written}».`,
    today: 'Esto es lo que se puede conectar hoy:',
    items: {
      mail: { label: 'Correo', detail: 'un servidor SMTP, mediante ajustes en el archivo .env' },
      calendars: { label: 'Calendarios', detail: 'un archivo .ics por colega, en la página del equipo' },
      records: { label: 'Fichas', detail: 'archivos CSV de candidaturas, contactos y puestos' },
    },
    pages: { mailbox: 'Buzón', team: 'Equipo', importing: 'Importar un archivo' },
  },
  home: {
    calendar: 'Su calendario',
    knownUntil: (day) => `Conocido hasta el ${day}`,
    calendarUnknown: 'No se conoce, así que le pregunto por sus horarios',
    connected: 'Conexión activa',
    notConnected: 'Ya sin conexión',
    mail: 'Correo',
    mailKept: 'Se guarda en la página Buzón, no se envía',
    mailSent: 'Lo envía su servidor de correo',
    you: (name, zone) => `${name}, horas de ${zone}`,
    allRequests: 'Todas las solicitudes',
  },
  strangers: {
    who: (name, surface) =>
      `${name} me ha escrito en ${surface}. Nadie del equipo tiene esta dirección, así que no he respondido nada. ¿Quién es?`,
    sayWho: 'Decir quién es',
    thisIs: 'Es',
    colleague: (position) => `Alguien nuevo en el equipo: ${position}`,
    roles: {
      recruiter: 'selección',
      coordinator: 'coordinación',
      hiringManager: 'responsable de contratación',
      interviewer: 'entrevistas',
      admin: 'administración',
    },
    nobody: 'Nadie de la casa',
    onlyAdmins: 'Solo administración dice quién es del equipo, así que no se ha hecho nada.',
    gone: 'Esta persona ya no está.',
    choose: 'Elija quién es.',
    linked: (name, member, surface) =>
      `A partir de ahora ${name} es ${member}, con permiso para escribirme en ${surface}.`,
    ignored: 'Bien. Sigo sin responder nada allí.',
    noAddressKnown: (email, agency, next) =>
      `No conozco a nadie con la dirección ${email} en ${agency}, así que no he hecho nada. ${next} Después, escríbame de nuevo.`,
    cannotTell: (agency, next) =>
      `No sé quién es usted en ${agency}, así que no he hecho nada. ${next} Después, escríbame de nuevo.`,
    asked: (name) => `He pedido a ${name} que diga quién es usted.`,
    adminCanAdd: 'Administración puede darle de alta en Equipo.',
    thisAgency: 'esta agencia',
    notKnown: 'Aquí aún no le conozco, así que no se ha hecho nada. Administración puede darle de alta en Equipo.',
  },
  slack: {
    back: 'Volver a Slack',
    add: 'Añadir a Slack',
    noWorkspace: 'Parley aún no está en ningún espacio de trabajo.',
    whenAnswers: 'Se conecta en cuanto Slack responda.',
    adminCan: 'Administración puede añadirlo.',
    onlyAdmin: 'Solo administración puede añadir Parley a Slack.',
    addParley: 'Añadir Parley a Slack',
    agreed: 'Slack ha dado su permiso. Pulse el botón para conectar este espacio de trabajo con Parley.',
    connect: 'Conectar',
    elsewhere: (name) => `${name} ya tiene conexión con otra agencia, así que no ha cambiado nada.`,
    connected: 'Conexión activa',
    revoked: 'Ya sin conexión',
    since: (day) => `desde el ${day}`,
    addAgain: 'Añada Parley a Slack de nuevo para seguir allí.',
    ended: (surface, name, cause) =>
      `Ya no puedo leer ni escribir en ${surface}, en ${name} (${cause}). Lo que se dice allí no me llega, y lo que tengo que decir allí espera. Añádame de nuevo a ${surface} para seguir.`,
  },
}
