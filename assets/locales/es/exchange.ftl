## Other offices

exchange-title = Intercambio
exchange-our-card = La tarjeta de nuestra oficina
exchange-our-card-text = Da esta tarjeta a otra oficina. No contiene secretos; las cifras prueban que es de verdad la vuestra.
exchange-save-card = Guardar nuestra tarjeta
exchange-read-card = Leer una tarjeta
exchange-offices = Oficinas que conoces
exchange-offices-empty = Aún no hay otra oficina
exchange-offices-empty-text = Lee la tarjeta que te dio otra oficina.
exchange-digits = Cifras para comparar
exchange-compare = Comparar las cifras
exchange-compare-text = Que la otra oficina te lea sus cifras, por teléfono o en persona. Escribe lo que oyes.
exchange-verified = Verificada
exchange-not-verified = Aún sin comparar
exchange-digits-differ = No son las cifras de la tarjeta. Lee otra vez la tarjeta y compara de nuevo.

## Sealing a copy

seal-title = Sellar para otra oficina
seal-to = Para
seal-leaves = Lo que sale
seal-stays = Lo que se queda aquí
seal-purpose-copy = Copia para la sede; el caso sigue contigo
seal-consent = Lo que dice el consentimiento
seal-button = Sellar y guardar
seal-done = Sellado. Solo { $office } puede abrir este archivo.

## Reading a sealed file

bundle-open = Abrir un archivo sellado
bundle-from = De
bundle-plan = Lo que trae este archivo
bundle-new = Nuevo
bundle-update = Actualización
bundle-had = Ya lo tienes
bundle-conflict = Cambiado en ambos lados
bundle-accept = Aceptar
bundle-leave = Dejarlo
bundle-nothing-new = Nada nuevo: ya lo tienes todo.
ledger-title = Enviado y recibido
ledger-empty = Aún no se ha enviado ni recibido nada.
ledger-sent = Enviado
ledger-received = Recibido
desk-key-title = Exportar la clave de la oficina
desk-key-warning = Quien tenga esta clave puede abrir todos los archivos sellados para esta oficina. Solo hace falta para controles sin este programa.

## More about offices and sealed files

exchange-note = Las oficinas intercambian archivos sellados en memorias. Solo la oficina destinataria puede abrirlos.
exchange-our-digits = Nuestras cifras
exchange-qr = Código QR de nuestra tarjeta
exchange-card-saved = Nuestra tarjeta está guardada.
exchange-compare-how = Llama a la otra oficina a un número que ya tenías, o reuníos. Que lean sus cifras en voz alta desde su propia pantalla. Marca cada grupo que oigas.
exchange-compare-warning = Si una sola cifra es distinta, detente: la tarjeta se cambió por el camino. No compares nunca con cifras que llegaron con la tarjeta.
exchange-compare-same = Todos los grupos coinciden
exchange-compare-later = Comparar más tarde
bundle-open-text = Elige el archivo de la memoria. Primero ves de quién es y qué traería; nada cambia antes de que lo aceptes.
bundle-purpose = Finalidad
bundle-purpose-copy = Copia para la sede; el caso sigue en la oficina que lo envió
bundle-sealed = Sellado
bundle-number = Número
bundle-revisions = Entradas nuevas
bundle-files = Fotos y archivos nuevos
bundle-missing = No han llegado estos archivos de la misma oficina: { $number }. Pídelos. Aun así puedes aceptar este.
bundle-accepted = { $count ->
     [one] Aceptado: { $count } caso.
    *[other] Aceptado: { $count } casos.
}
ledger-cases = Casos
desk-key-loud = Todos los supervisores ven en el registro que se exportó, quién lo hizo y cuándo.
desk-key-go = Elegir dónde y exportar
desk-key-done = La clave de la oficina está exportada. Guárdala bajo llave.
exchange-send-forms = Enviar nuestros formularios
exchange-forms-sent = Los formularios se sellaron para esa oficina.
bundle-purpose-forms = Formularios, listas y ajustes
bundle-forms-text = En este archivo no hay ningún expediente. Al aceptarlo, sus formularios pasan a ser un borrador: su administrador lo encuentra en «Formularios», lo compara con lo vigente y decide. Nada cambia antes.
bundle-forms-accepted = Los formularios son ahora un borrador. Su administrador lo encuentra en «Formularios».
bundle-destroyed = Destruido aquí: no se vuelve a tomar
bundle-new-life = Esa oficina fue restaurada desde una copia: sus números empiezan de nuevo.
seal-for = Para qué
seal-for-copy = Una copia; no se pide nada
seal-for-referral = Derivar: se les pide ayuda
seal-for-transfer = Trasladar: se les pide que asuman el caso
seal-for-referral-note = Sigues siendo responsable. Solo salen las partes que marcas. Su respuesta se espera en tres días hábiles; escríbela en «Lo que se pasó».
seal-for-transfer-note = Sale todo el caso con sus incidentes. Sigues siendo responsable hasta que su respuesta se escriba en «Lo que se pasó».
seal-next = Consta en «Lo que se pasó». Escribe allí su respuesta cuando la sepas.
bundle-purpose-referral = Derivación: les piden ayuda; siguen siendo responsables
bundle-purpose-transfer = Traslado: les piden que asuman el caso
bundle-passed-next = Aceptado. Lo que se les pide está en la primera página, en «Te pasaron».
bundle-alike = { $pairs ->
    [one] El archivo se aceptó. Puede que un menor que contiene ya esté registrado aquí. Mira la pareja antes de seguir.
   *[other] El archivo se aceptó. { $pairs } parejas de menores del archivo y de esta oficina pueden ser cada una un solo menor. Míralas antes de seguir.
}
