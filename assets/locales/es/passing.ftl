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
