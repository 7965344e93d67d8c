## Pasar registros a colegas

log-assigned = Registro asignado a otro gestor
log-assignment-undone = Asignación deshecha
log-passing-written = Se anotó lo que se pasó
passing-title = Asignar a un colega
passing-title-many = { $count ->
    [one] Asignar un registro
   *[other] Asignar { $count } registros
}
passing-note = El colega es responsable de inmediato. Los incidentes siguen a su caso. El gestor actual ya no puede abrirlo.
passing-to = A
passing-to-help = Lo que lleva cada colega, de los casos que usted ve
passing-load = { $cases ->
    [one] 1 caso
   *[other] { $cases } casos
}
passing-load-high = { $high } de alto riesgo
passing-nobody = Nadie aquí trabaja con todos estos registros
passing-nobody-text = Elija registros de un mismo tipo, o pida a un administrador que proponga a alguien para una función que trabaje con ellos.
passing-say = Lo que el colega debe saber
passing-say-help = Lo leen ustedes dos y sus supervisores. Permanece cuando el caso se cierra para el gestor actual.
passing-go = Asignar
passing-done = { $records ->
    [one] Asignado.
   *[other] { $records } registros asignados.
}
passing-done-followed = { $count ->
    [one] Un incidente siguió a su caso.
   *[other] { $count } incidentes siguieron a sus casos.
}
passing-done-stayed = { $count ->
    [one] Uno queda como está.
   *[other] { $count } quedan como están.
}
passing-undo = Deshacer
passing-undone = { $records ->
    [one] Deshecho. Vuelve a ser responsable quien lo era antes.
   *[other] Deshecho en { $records } registros. Vuelven a ser responsables quienes lo eran antes.
}
passing-history = Lo que se pasó
passing-history-none = Nunca se pasó a nadie.
passing-kind-assignment = Asignado
passing-from-to = De { $from } a { $to }
passing-state-done = Hecho
passing-state-revoked = Deshecho
passing-step = { $state }, { $when }, por { $who }
passing-why = Motivo
log-referred = Registro derivado a un colega
log-transfer-offered = Traslado ofrecido a un colega
log-record-asked-for = Registro pedido
log-passing-accepted = Se aceptó lo que se pasó
log-passing-rejected = Se rechazó lo que se pasó
log-passing-finished = Derivación terminada
log-passing-revoked = Se retiró lo que se pasó
log-passing-taken-over = Lo que volvió se llevó al caso
passing-state-in-progress = Espera respuesta
passing-state-accepted = Aceptado
passing-state-rejected = Rechazado
passing-state-withdrawn = Retirado
passing-kind-referral = Derivación
passing-kind-transfer = Traslado
passing-kind-request = Pedido
passing-refer = Derivar a un colega
passing-refer-note = El colega lee las partes que usted elija hasta que termine la derivación. Quien es responsable lo sigue siendo.
passing-transfer = Trasladar a un colega
passing-transfer-note = El colega lee todo mientras el traslado espera, y es responsable cuando lo acepta. Entonces se cierra para el gestor actual.
passing-ask-for = Pedir un caso
passing-ask-for-note = Pida al colega responsable un caso que usted no puede abrir. El sí de un supervisor se lo ofrece.
passing-code = Código del caso
passing-parts = Lo que el colega puede leer
passing-parts-help = El código, el sexo, la edad, la zona, las fechas y el nivel de riesgo van con cada derivación.
passing-row = El servicio del plan al que se refiere
passing-row-help = Se marca ahora como derivado, y como prestado cuando usted lleve la respuesta al caso.
passing-services = Servicios pedidos
passing-urgency = Qué tan urgente es
passing-in-spite = Por qué se pasa de todos modos
passing-in-spite-help = Queda escrito en el registro, y ambas partes pueden leerlo.
passing-in-spite-said = Se pasó aunque el consentimiento no lo dice:
passing-offered = Ofrecido. El colega lo encuentra en su primera página.
passing-asked = Pedido. La respuesta llegará a su primera página.
passing-unsaved = Guarde o descarte sus cambios antes de pasarlo.
passing-gives = Puede leer: { $parts }
passing-asks = Se pide: { $services }
passing-accept = Aceptar
passing-reject = Rechazar
passing-finish = Servicio prestado
passing-withdraw = Retirar
passing-take-over = Llevar al caso
passing-accept-referral = Usted ayuda con esto. Quien es responsable lo sigue siendo y ve su respuesta.
passing-accept-transfer = El registro pasa desde ahora a quien se ofreció, con sus incidentes. Se cierra para quien era responsable.
passing-accept-request = El caso se ofrece como traslado a quien lo pidió. Cambia de manos cuando lo acepte.
passing-reject-note = Diga por qué. Lo que se abrió para esto se cierra de nuevo.
passing-finish-note = Diga qué se hizo. El caso se le cierra de nuevo, y sus palabras vuelven a quien es responsable.
passing-withdraw-note = Lo que se abrió para esto se cierra de nuevo.
passing-take-over-note = Las palabras que volvieron pasan a ser una nota del caso. El servicio correspondiente se marca como prestado hoy.
passing-say-back = Lo que la otra parte debe saber
passed-title = Lo que se pasó
passed-note = Derivaciones, traslados y asignaciones que usted puede conocer, y qué esperan.
passed-for-me = Para mí
passed-waiting = Espera a otros
passed-all = Todo
passed-empty = Nada aquí
passed-empty-text = Aquí está lo que los colegas le pasan y lo que usted les pasa.
passed-newer = Más recientes
passed-older = Más antiguos
home-to-answer = Te pasaron
home-unanswered = Pasado, aún sin terminar
passing-kind-copy = Copia para otra oficina
passing-state-sent = Sellada
passing-state-sent-waits = Enviado, espera su respuesta
passing-they-accepted = Aceptaron
passing-they-rejected = Rechazaron
passing-they-said = Lo que dijeron
passing-they-answered-note = Escribe la respuesta tal como te la dio la otra oficina. Desde ahora consta en el caso.
passing-they-accepted-transfer = La otra oficina es responsable desde ahora. El caso pasa a «transferido» y se cierra para quien lo llevaba; se queda contigo hasta que se reabra o llegue el momento de destruirlo.
passing-they-finished-note = Di qué hicieron. Tus palabras quedan como nota del caso, y el servicio para el que era se marca como prestado hoy.
passing-withdraw-outside-note = Avisa también a la otra oficina: el archivo sellado no se puede recuperar.
passing-came-note = Esto queda anotado aquí. Avisa a la otra oficina: nada se envía por sí solo.
passing-reject-request-note = Di por qué. No se abre nada a quien lo pidió.
passing-create = Crear un caso a partir de esto
passing-create-note = Se registra un caso de esta oficina con lo que se compartió. Pide el consentimiento de nuevo: se dio a la otra oficina. Lo compartido queda como llegó, y cada uno lleva al otro.
passing-created = El caso { $code } está registrado. Revísalo.
passing-stepped = { $kind }: { $state }
passing-parts-outside = Lo que recibe la otra oficina
passing-parts-outside-help = Marca solo lo que necesitan para ayudar. Abajo ves campo por campo lo que sale.
passing-say-outside = Lo que la otra oficina debe saber
passing-say-outside-help = Sale con el archivo sellado y consta en el caso.
