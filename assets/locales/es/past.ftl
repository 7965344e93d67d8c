## The office's log: entries, its screen, its proof

log-log-exported = Registro exportado
log-log-verified = Registro verificado
log-head-printed = Final del registro puesto en papel
log-clock-moved = Reloj del ordenador cambiado
log-older-found = Se encontró un estado anterior de la oficina
log-more-count = número: { $value }
log-more-hits = encontrados: { $value }
log-more-form = formulario: { $value }
log-more-type = tipo: { $value }
log-more-why = motivo: { $value }
log-more-records = expedientes: { $value }
log-more-fields = campos que salieron: { $value }
log-more-questions = preguntas: { $value }
log-more-to = a: { $value }
log-more-draft = borrador { $value }
log-more-number = versión { $value }
log-more-circles = grupos de lectores: { $value }
log-more-moved = expedientes movidos: { $value }
log-more-version = versión { $value }
log-more-new = nuevos: { $value }
log-more-changed = cambiados: { $value }
log-more-minutes = minutos: { $value }
log-more-second = no se alcanzó el segundo lugar
log-more-entries = entradas: { $value }
log-more-broken = roto en el n.º { $value }
log-more-remembered = entradas que este ordenador recuerda: { $value }
log-more-found = entradas encontradas: { $value }
log-more-back = atrasado en minutos: { $value }
log-more-forward = adelantado en minutos: { $value }
log-number = N.º
log-details = Detalles
log-known = { $known ->
    [one] { $entries } entradas en total, { $known } abierta para ti
   *[other] { $entries } entradas en total, { $known } abiertas para ti
}
log-filter = Mostrar solo
log-filter-person = Persona
log-filter-what = Qué se hizo
log-filter-code = El código empieza por
log-filter-from = Desde el día
log-filter-until = Hasta el día
log-filter-all = Todo
log-filter-everybody = Todas las personas
log-kind-looks = Consultas de expedientes
log-kind-changes = Cambios de expedientes
log-kind-outside = Lo que salió de la oficina
log-kind-people = Personas y accesos
log-kind-entering = Inicios de sesión y bloqueos
log-kind-office = Oficina, copias, ajustes
log-left = { $count ->
    [one] { $count } entrada
   *[other] { $count } entradas
}
log-none = Ninguna entrada encaja. Elige menos en el filtro.
log-open-record = Historial de { $code }
log-export = Guardar como hoja de cálculo
log-exported = Guardadas: { $count } entradas
log-reading = Leyendo el registro
log-verify = Verificar ahora
log-verifying = Verificando cada entrada
log-verify-title = Registro verificado
log-verified-sound = { $count } entradas, sin interrupción desde { $since }.
log-verified-digits = Su final, en cifras:
log-verified-broken = El registro se cambió desde fuera: la entrada { $number } no es lo que se escribió. Todo lo anterior sí. Ahora no se cambió nada. Avisa a tu supervisor y a quien cuida la oficina, y deja este ordenador como está.
log-head = Para papel
log-head-title = Final del registro
log-head-text = Guarda esta hoja lejos del ordenador. Quien quite algo del registro, o devuelva todo a un estado anterior, no puede hacer que las cifras coincidan.
log-head-entries = Entradas: { $count }
log-head-print = Imprimir
log-compare = Comparar con una hoja
log-compare-title = Comparar con una hoja
log-compare-text = Escribe lo que dice la hoja. El registro se compara con ello.
log-compare-entries = Número de entradas en la hoja
log-compare-digits = 24 cifras
log-compare-go = Comparar
log-compare-same = Coinciden: hasta ahí el registro es el que se imprimió.
log-compare-other = No coinciden. Busca primero un error al escribir. Si no lo hay, el registro se cambió o se devolvió a un estado anterior: avisa ya a tu supervisor.
log-older-notice = Este ordenador recuerda { $remembered } entradas del registro, pero la oficina tenía { $found } u otras al iniciar sesión: alguien puso una copia anterior de la oficina en su lugar. Puede faltar trabajo guardado entre medias. No se perdió nada al iniciar sesión. Avisa a tu supervisor; copias más recientes pueden contener lo que falta.
log-verified-again = Verificar otra vez
looked-title = Quién miró
looked-note = Quién abrió este expediente, sus fotos, archivos e historial, lo imprimió o lo envió. Ves lo que puedes saber.
looked-none = Nadie más que puedas saber.
looked-show = Mostrar quién miró
problem-older-database = La base es anterior al archivo de claves que tiene al lado: se puso una copia antigua en su lugar. No se cambió nada. Devuelve los archivos más nuevos o restaura la copia más reciente en una carpeta vacía.
problem-bad-filter = Esto no es un día, un número de entradas ni 24 cifras. No se cambió nada. Corrígelo.
problem-too-many-entries = Son más entradas de las que caben en una hoja de cálculo. No se escribió nada. Elige menos días.
