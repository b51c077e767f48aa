import { forAll, type MailTemplates, type WordFacts } from '../mailWords.ts'

const role = (facts: WordFacts) => `${facts.job} en ${facts.company}`
const minute = 'Solo lleva un minuto y no necesita ninguna cuenta.'

export const spanishTemplates: MailTemplates = {
  request: {
    candidate: {
      subject: (facts) => `Entrevista para ${role(facts)}: ¿qué horarios le convienen?`,
      heading: (facts) => `¿Cuándo puede hablar con ${facts.company}?`,
      opening: (facts) =>
        `A ${facts.company} le gustaría conocerle para el puesto de ${facts.job}. Indíquenos, por favor, qué horarios le convienen. ${minute}`,
    },
    client: {
      subject: (facts) => `Entrevista con ${facts.candidate}, ${facts.job}: ¿qué horarios le convienen?`,
      heading: (facts) => `¿Cuándo puede reunirse con ${facts.candidate}?`,
      opening: (facts) =>
        `Queremos organizar una entrevista con ${facts.candidate} para el puesto de ${facts.job}. Indíquenos, por favor, qué horarios le convienen. ${minute}`,
    },
    recruiter: {
      subject: (facts) => `Entrevista de ${facts.candidate}, ${facts.job}: ¿qué horarios le convienen?`,
      heading: (facts) => `¿Cuándo puede participar en la entrevista de ${facts.candidate}?`,
      opening: (facts) =>
        `Se está organizando una entrevista de ${facts.candidate} para ${role(facts)}. Indíquenos, por favor, qué horarios le convienen.`,
    },
  },
  askAnew: {
    candidate: {
      subject: (facts) => `Hace falta un nuevo horario: entrevista para ${role(facts)}`,
      heading: (facts) => `¿Qué otros horarios le convienen para ${facts.company}?`,
      opening: (facts) =>
        `Hay que buscar un nuevo horario para la entrevista con ${facts.company}. Indíquenos, por favor, cuáles le convienen ahora. ${minute}`,
    },
    client: {
      subject: (facts) => `Hace falta un nuevo horario: entrevista con ${facts.candidate}, ${facts.job}`,
      heading: (facts) => `¿Qué otros horarios le convienen para ${facts.candidate}?`,
      opening: (facts) =>
        `Hay que buscar un nuevo horario para la entrevista con ${facts.candidate}. Indíquenos, por favor, cuáles le convienen ahora. ${minute}`,
    },
    recruiter: {
      subject: (facts) => `Hace falta un nuevo horario: entrevista de ${facts.candidate}, ${facts.job}`,
      heading: (facts) => `¿Qué otros horarios le convienen para la entrevista de ${facts.candidate}?`,
      opening: (facts) =>
        `Hay que buscar un nuevo horario para la entrevista de ${facts.candidate}. Indíquenos, por favor, cuáles le convienen ahora.`,
    },
  },
  reminder: {
    candidate: {
      subject: (facts) => `Recordatorio: entrevista para ${role(facts)}`,
      heading: () => '¿Qué horarios le convienen?',
      opening: (facts) =>
        `Aún no tenemos su respuesta sobre la entrevista con ${facts.company}. Con unos pocos horarios posibles podemos avanzar.`,
    },
    client: {
      subject: (facts) => `Recordatorio: entrevista con ${facts.candidate}, ${facts.job}`,
      heading: (facts) => `${facts.candidate} está a la espera de una cita`,
      opening: (facts) =>
        `Aún no tenemos su respuesta sobre la entrevista con ${facts.candidate}. Con una breve respuesta podemos avanzar.`,
    },
    recruiter: {
      subject: (facts) => `Recordatorio: entrevista de ${facts.candidate}, ${facts.job}`,
      heading: () => '¿Qué horarios le convienen?',
      opening: (facts) => `Aún falta su respuesta sobre la entrevista de ${facts.candidate}.`,
    },
  },
  acknowledgement: forAll({
    subject: (facts) => `Gracias por su disponibilidad: ${role(facts)}`,
    heading: () => 'Gracias, tenemos su disponibilidad',
    opening: () =>
      'Esto es lo que nos ha indicado. Puede cambiarlo mientras no haya una cita acordada, y le escribiremos en cuanto la haya.',
  }),
  choice: {
    candidate: {
      subject: (facts) => `Elija el horario de su entrevista: ${role(facts)}`,
      heading: () => 'Elija el horario que más le convenga',
      opening: (facts) => `Estos horarios son posibles para su entrevista con ${facts.company}. Elija uno, por favor.`,
    },
    client: {
      subject: (facts) => `Elija un horario para la entrevista: ${facts.candidate}, ${facts.job}`,
      heading: () => 'Elija el horario que más le convenga',
      opening: (facts) =>
        `Estos horarios son posibles para la entrevista con ${facts.candidate}. Elija uno, por favor.`,
    },
    recruiter: {
      subject: (facts) => `Elija un horario para la entrevista: ${facts.candidate}, ${facts.job}`,
      heading: () => 'Elija el horario que más convenga',
      opening: (facts) => `Estos horarios son posibles para la entrevista de ${facts.candidate}.`,
    },
  },
  approval: {
    candidate: {
      subject: (facts) => `Confirme, por favor: entrevista para ${role(facts)}`,
      heading: () => '¿Le conviene este horario?',
      opening: (facts) =>
        `Estos horarios son posibles para su entrevista con ${facts.company}. Confirme uno, por favor.`,
    },
    client: {
      subject: (facts) => `Pendiente de su aprobación: entrevista con ${facts.candidate}, ${facts.job}`,
      heading: (facts) => `Apruebe un horario con ${facts.candidate}`,
      opening: (facts) =>
        `Estos horarios convienen a ${facts.candidate}. Apruebe uno, proponga otros o rechace la entrevista: el botón abre una página en la que usted decide.`,
    },
    recruiter: {
      subject: (facts) => `Pendiente de su aprobación: entrevista de ${facts.candidate}, ${facts.job}`,
      heading: (facts) => `Apruebe un horario para ${facts.candidate}`,
      opening: (facts) =>
        `Estos horarios convienen a ${facts.candidate}. Apruebe uno, proponga otros o rechace la entrevista.`,
    },
  },
  waiting: forAll({
    subject: (facts) => `Estamos organizando su entrevista: ${role(facts)}`,
    heading: () => 'Por ahora no tiene que hacer nada',
    opening: () => 'Gracias. Le escribiremos en cuanto se conozca el siguiente paso.',
  }),
  nothingFits: {
    candidate: {
      subject: (facts) => `Necesitamos otros horarios: entrevista para ${role(facts)}`,
      heading: () => '¿Podría ofrecer otros horarios?',
      opening: (facts) =>
        `Aún no tenemos un horario para su entrevista con ${facts.company}. ¿Podría revisarlo y ofrecer algunos más? Lo que más ayuda son otros días.`,
    },
    client: {
      subject: (facts) => `Necesitamos otros horarios: entrevista con ${facts.candidate}, ${facts.job}`,
      heading: () => '¿Podría ofrecer otros horarios?',
      opening: (facts) =>
        `Aún no tenemos un horario para la entrevista con ${facts.candidate}. ¿Podría revisarlo y ofrecer algunos más? Lo que más ayuda son otros días.`,
    },
    recruiter: {
      subject: (facts) => `Necesitamos otros horarios: entrevista de ${facts.candidate}, ${facts.job}`,
      heading: () => '¿Podría ofrecer otros horarios?',
      opening: (facts) => `Aún no tenemos un horario para la entrevista de ${facts.candidate}.`,
    },
  },
  dayOf: {
    candidate: {
      subject: (facts) => `Hoy: entrevista para ${role(facts)}`,
      heading: () => 'Su entrevista es hoy',
      opening: (facts) => `Hoy se reúne con ${facts.company}. Aquí tiene todo lo que necesita.`,
    },
    client: {
      subject: (facts) => `Hoy: entrevista con ${facts.candidate}, ${facts.job}`,
      heading: (facts) => `Hoy se reúne con ${facts.candidate}`,
      opening: (facts) => `Su entrevista con ${facts.candidate} es hoy. Aquí tiene todo lo que necesita.`,
    },
    recruiter: {
      subject: (facts) => `Hoy: entrevista de ${facts.candidate}, ${facts.job}`,
      heading: (facts) => `La entrevista de ${facts.candidate} es hoy`,
      opening: (facts) => `${facts.candidate} se reúne hoy con ${facts.company}.`,
    },
  },
  timeKept: {
    candidate: {
      subject: (facts) => `Se mantiene el horario: entrevista para ${role(facts)}`,
      heading: () => 'Su entrevista queda como estaba',
      opening: (facts) =>
        `Le habíamos pedido otros horarios. Ya no es necesario: se reúne con ${facts.company} en el horario que ya conoce. No tiene que hacer nada.`,
    },
    client: {
      subject: (facts) => `Se mantiene el horario: entrevista con ${facts.candidate}, ${facts.job}`,
      heading: (facts) => `La entrevista con ${facts.candidate} queda como estaba`,
      opening: (facts) =>
        `Le habíamos pedido otros horarios. Ya no es necesario: se reúne con ${facts.candidate} en el horario que ya conoce. No tiene que hacer nada.`,
    },
    recruiter: {
      subject: (facts) => `Se mantiene el horario: entrevista de ${facts.candidate}, ${facts.job}`,
      heading: (facts) => `La entrevista de ${facts.candidate} queda como estaba`,
      opening: (facts) => `${facts.candidate} se reúne con ${facts.company} en el horario anterior.`,
    },
  },
  closing: {
    candidate: {
      subject: (facts) => `Ya no es necesario: entrevista para ${role(facts)}`,
      heading: () => 'Ya no buscamos horario',
      opening: (facts) =>
        `La entrevista con ${facts.company} ya no se va a organizar. No tiene que hacer nada más, y los enlaces anteriores ya no funcionan. Gracias por su tiempo.`,
    },
    client: {
      subject: (facts) => `Ya no es necesario: entrevista con ${facts.candidate}, ${facts.job}`,
      heading: () => 'Ya no buscamos horario',
      opening: (facts) =>
        `La entrevista con ${facts.candidate} ya no se va a organizar. No tiene que hacer nada más, y los enlaces anteriores ya no funcionan. Gracias por su tiempo.`,
    },
    recruiter: {
      subject: (facts) => `Ya no es necesario: entrevista de ${facts.candidate}, ${facts.job}`,
      heading: () => 'Ya no buscamos horario',
      opening: (facts) => `La entrevista de ${facts.candidate} ya no se va a organizar.`,
    },
  },
  needsYou: forAll({
    subject: (facts) => `Parley le necesita: ${facts.candidate}, ${role(facts)}`,
    heading: () => 'Hay algo que requiere su decisión',
    opening: () =>
      'Durante su ausencia, Parley ha llegado a un punto en el que tiene que decidir una persona. Abra el chat para hacerlo.',
  }),
  enteredForYou: forAll({
    subject: (facts) => `Hemos anotado su disponibilidad: ${role(facts)}`,
    heading: () => 'Hemos anotado estos horarios en su nombre',
    opening: (facts) =>
      `${facts.recruiter} ha introducido estos horarios en su nombre. Si son correctos, no tiene que hacer nada. Si no lo son, cámbielos, por favor.`,
  }),
  renewedLink: forAll({
    subject: (facts) => `Su nuevo enlace: ${role(facts)}`,
    heading: () => 'Aquí tiene su nuevo enlace',
    opening: () => 'Ha pedido un enlace nuevo porque el anterior había caducado. Este le lleva a la misma página.',
  }),
  readBack: forAll({
    subject: (facts) => `¿Es correcto? Entrevista para ${role(facts)}`,
    heading: () => '¿Le hemos entendido bien?',
    opening: () =>
      'Gracias por su correo. Un programa lo ha leído, y esto es lo que ha entendido. No se anota nada hasta que confirme que es correcto.',
  }),
  notUnderstood: forAll({
    subject: (facts) => `Su respuesta: entrevista para ${role(facts)}`,
    heading: () => 'Indíquenoslo en la página, por favor',
    opening: (facts) => `Gracias por su correo. ${facts.recruiter} puede leerlo, pero todavía no se ha anotado nada.`,
  }),
  passedOn: forAll({
    subject: (facts) => `Hemos recibido su correo: entrevista para ${role(facts)}`,
    heading: (facts) => `Hemos pasado su correo a ${facts.recruiter}`,
    opening: (facts) =>
      `Gracias por su correo. Se lo hemos pasado a ${facts.recruiter}. Por sí solo no cambia nada; lo que se puede cambiar está en su página.`,
  }),
  invitation: {
    candidate: {
      subject: (facts) => `Entrevista confirmada: ${role(facts)}`,
      heading: () => 'Su entrevista está confirmada',
      opening: (facts) => `Todas las partes están de acuerdo: se reúne con ${facts.company} en este horario.`,
    },
    client: {
      subject: (facts) => `Entrevista confirmada: ${facts.candidate}, ${facts.job}`,
      heading: (facts) => `Su entrevista con ${facts.candidate} está confirmada`,
      opening: (facts) => `Todas las partes están de acuerdo: se reúne con ${facts.candidate} en este horario.`,
    },
    recruiter: {
      subject: (facts) => `Entrevista confirmada: ${facts.candidate}, ${role(facts)}`,
      heading: (facts) => `La entrevista de ${facts.candidate} está confirmada`,
      opening: (facts) => `${facts.candidate} ha acordado este horario con ${facts.company}.`,
    },
  },
  change: {
    candidate: {
      subject: (facts) => `Entrevista modificada: ${role(facts)}`,
      heading: () => 'Su entrevista ha cambiado',
      opening: (facts) => `Los detalles de su entrevista con ${facts.company} han cambiado. Estos son los válidos.`,
    },
    client: {
      subject: (facts) => `Entrevista modificada: ${facts.candidate}, ${facts.job}`,
      heading: (facts) => `Su entrevista con ${facts.candidate} ha cambiado`,
      opening: (facts) => `Los detalles de la entrevista con ${facts.candidate} han cambiado. Estos son los válidos.`,
    },
    recruiter: {
      subject: (facts) => `Entrevista modificada: ${facts.candidate}, ${role(facts)}`,
      heading: (facts) => `La entrevista de ${facts.candidate} ha cambiado`,
      opening: (facts) => `La entrevista de ${facts.candidate} con ${facts.company} tiene nuevos detalles.`,
    },
  },
  cancellation: {
    candidate: {
      subject: (facts) => `Entrevista cancelada: ${role(facts)}`,
      heading: () => 'Su entrevista se ha cancelado',
      opening: (facts) =>
        `La entrevista con ${facts.company} no tendrá lugar en este horario. Le pedimos disculpas por el cambio.`,
    },
    client: {
      subject: (facts) => `Entrevista cancelada: ${facts.candidate}, ${facts.job}`,
      heading: (facts) => `Su entrevista con ${facts.candidate} se ha cancelado`,
      opening: (facts) =>
        `La entrevista con ${facts.candidate} no tendrá lugar en este horario. Le pedimos disculpas por el cambio.`,
    },
    recruiter: {
      subject: (facts) => `Entrevista cancelada: ${facts.candidate}, ${role(facts)}`,
      heading: (facts) => `La entrevista de ${facts.candidate} se ha cancelado`,
      opening: (facts) => `${facts.candidate} no se reúne con ${facts.company} en este horario.`,
    },
  },
  changed: {
    candidate: {
      subject: (facts) => `Cambio: entrevista para ${role(facts)}`,
      heading: () => 'Algo ha cambiado en su entrevista',
      opening: (facts) =>
        `Han cambiado las condiciones de la entrevista con ${facts.company}; así está previsto ahora. Compruebe, por favor, si los horarios que indicó siguen conviniéndole.`,
    },
    client: {
      subject: (facts) => `Cambio: entrevista con ${facts.candidate}, ${facts.job}`,
      heading: (facts) => `Algo ha cambiado en la entrevista con ${facts.candidate}`,
      opening: (facts) =>
        `Han cambiado las condiciones de la entrevista con ${facts.candidate}; así está previsto ahora. Compruebe, por favor, si los horarios que indicó siguen conviniéndole.`,
    },
    recruiter: {
      subject: (facts) => `Cambio: entrevista de ${facts.candidate}, ${facts.job}`,
      heading: (facts) => `Algo ha cambiado en la entrevista de ${facts.candidate}`,
      opening: (facts) => `Han cambiado las condiciones de la entrevista de ${facts.candidate}.`,
    },
  },
  released: {
    candidate: {
      subject: (facts) => `Su participación ya no es necesaria: entrevista para ${role(facts)}`,
      heading: () => 'No hace falta que participe',
      opening: (facts) =>
        `La entrevista con ${facts.company} sigue adelante sin su participación. No tiene que hacer nada más.`,
    },
    client: {
      subject: (facts) => `Su participación ya no es necesaria: entrevista con ${facts.candidate}, ${facts.job}`,
      heading: (facts) => `La entrevista con ${facts.candidate} sigue adelante sin su participación`,
      opening: (facts) =>
        `Le habíamos escrito sobre la entrevista con ${facts.candidate}. Ahora se organiza con otra persona, así que no tiene que hacer nada más. Gracias.`,
    },
    recruiter: {
      subject: (facts) => `Su participación ya no es necesaria: entrevista de ${facts.candidate}, ${facts.job}`,
      heading: () => 'No hace falta que participe',
      opening: (facts) => `La entrevista de ${facts.candidate} sigue adelante sin su participación.`,
    },
  },
  late: {
    candidate: {
      subject: (facts) => `Empieza más tarde: entrevista para ${role(facts)}`,
      heading: () => 'Su entrevista empieza un poco más tarde',
      opening: () =>
        'Preséntese según lo previsto y tenga un poco de paciencia, por favor. Lo demás no cambia y no tiene que hacer nada.',
    },
    client: {
      subject: (facts) => `Empieza más tarde: entrevista con ${facts.candidate}, ${facts.job}`,
      heading: (facts) => `La entrevista con ${facts.candidate} empieza un poco más tarde`,
      opening: () =>
        'Preséntese según lo previsto y tenga un poco de paciencia, por favor. Lo demás no cambia y no tiene que hacer nada.',
    },
    recruiter: {
      subject: (facts) => `Empieza más tarde: entrevista de ${facts.candidate}, ${facts.job}`,
      heading: (facts) => `La entrevista de ${facts.candidate} empieza un poco más tarde`,
      opening: () => 'Lo demás sigue según lo previsto.',
    },
  },
  feedback: {
    candidate: {
      subject: (facts) => `¿Qué tal su entrevista para ${role(facts)}?`,
      heading: (facts) => `¿Qué tal la entrevista con ${facts.company}?`,
      opening: (facts) =>
        `Se ha reunido con ${facts.company}. ¿Qué tal ha ido? Bastan unas palabras: responda simplemente a este correo.`,
    },
    client: {
      subject: (facts) => `Su opinión, por favor: ${facts.candidate}, ${facts.job}`,
      heading: (facts) => `¿Qué tal la entrevista con ${facts.candidate}?`,
      opening: (facts) =>
        `Se ha reunido con ${facts.candidate} para el puesto de ${facts.job}. ¿Qué impresión tiene, y seguimos adelante? Bastan unas palabras: responda simplemente a este correo.`,
    },
    recruiter: {
      subject: (facts) => `Su opinión, por favor: ${facts.candidate}, ${facts.job}`,
      heading: (facts) => `¿Qué tal la entrevista con ${facts.candidate}?`,
      opening: (facts) =>
        `Se ha reunido con ${facts.candidate}. ¿Qué impresión tiene? Responda simplemente a este correo.`,
    },
  },
}
