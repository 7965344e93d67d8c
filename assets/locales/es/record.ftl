## A record

record-new = Caso nuevo
record-of-office = De { $office }, solo lectura
record-owner = Trabajador social: { $name }
record-history = Historial
record-history-empty = Aún no se ha guardado nada.
record-changed-fields = { $count ->
     [one] { $count } respuesta cambiada
    *[other] { $count } respuestas cambiadas
}
record-closed-fields = { $count ->
     [one] { $count } cambio que no puedes ver
    *[other] { $count } cambios que no puedes ver
}
record-was = antes
record-now = ahora
record-closed-section = Esta sección está cerrada para ti.
record-section-complete = Completo
record-section-incomplete = Incompleto
record-section-progress = { $filled } de { $needed } respuestas obligatorias
record-mark-complete = Este formulario está completo
record-save-with-problems = Guardar de todos modos
record-saved = Guardado.
record-saved-as = Guardado como { $code }.
record-leave-title = ¿Salir sin guardar?
record-leave-text = Tu trabajo queda como borrador. Lo encuentras en la página de inicio.
record-stay = Quedarme aquí
record-leave = Guardar borrador y salir
record-open-copy = Hacer una copia para otra oficina
record-look-alike = Ya hay un niño o niña con un nombre parecido. Mira antes de seguir.
record-age = Edad
record-age-estimated = unos { $age }

## Drafts

drafts-title = Borradores
drafts-empty = No hay borradores
drafts-empty-text = Aquí queda el trabajo aún sin guardar, también si se va la luz.
draft-new = Un niño o niña sin registrar
draft-open = Seguir con este borrador
draft-drop = Descartar este borrador
draft-drop-sure = Este borrador no se podrá recuperar.
draft-found = El trabajo de { $when } no se guardó. Está abierto de nuevo.

## Print

print-made-by = Impreso por { $name }, { $when }
print-confidential = Confidencial. Guardar bajo llave; destruir cuando ya no haga falta.

## The page of a case

record-title = Caso
record-new-text = Empiece por el consentimiento. Puede guardar en cualquier momento; nada tiene que estar completo.
record-done-editing = Terminar la edición
record-saved-at = Guardado, { $time }
record-name-covered = Nombre oculto
record-show-name = Mostrar el nombre
record-share = Enviar a otra oficina
record-unsaved-shown = Algunas de estas respuestas aún no están guardadas. Se conservan como borrador.
record-changed-meanwhile = Alguien guardó este caso después de que usted lo abriera.
record-take-over-text = Sus respuestas se conservan. Abra la versión más reciente con sus respuestas encima, revísela y guarde.
record-take-over = Abrir la más reciente con mis respuestas
record-older-draft = Su borrador se empezó sobre una versión anterior. Sigue en sus borradores; abra la versión más reciente para comparar.
record-open-newest = Abrir la versión más reciente
draft-waits = Tiene trabajo sin guardar en este caso, de { $when }.

## Questions and answers

field-closed = Cerrado para usted
field-covered = Oculto
private-show = Mostrar nombres y contactos
private-cover = Ocultar nombres y contactos
guiding = Preguntas que ayudan
stand-ins = Si no hay respuesta
age-to-birth = Escribir { $year } como año de nacimiento, estimado
person-me = { $name } (usted)
person-not-known = Una persona no conocida aquí
agency-own = Nuestra organización ({ $office })
agency-not-known = Una organización no conocida aquí
place-not-known = Un lugar que no está en su lista
place-walk = Elegir paso a paso
place-level = Paso { $number }
another-case = Otro caso
photo-being-read = Leyendo y reduciendo la imagen
photo-remove = Quitar la imagen
photo-make-main = Hacerla la foto principal
photo-is-main = Ahora es la foto principal.
file-photo = Foto, { $size }
file-audio = Grabación de voz, { $size }
file-document = Copia de un documento, { $size }
signature-signer = Nombre de quien firmó
signature-date = Firmado el
signature-folder = Número de la carpeta de papel
signed-on-paper = { $signer }, { $date }, en papel en la carpeta { $folder }
signed-drawn = { $signer }, { $date }, dibujada en pantalla
signed-thumbprint = { $signer }, { $date }, huella del pulgar
field-in-row = { $rows }: { $cell }
answer-with-label = { $label }: { $answer }
row-empty = Aún no hay nada escrito
row-removed = Fila quitada. Ctrl+Z la recupera.

## A copy for another office

share-unsaved = Solo salen las respuestas guardadas. Guarde primero si lo último que escribió también debe salir.
share-allowed-by = Permitido por la respuesta a: { $question }
share-withhold = La persona pidió que esto no se comparta. Léalo antes de sellar.
share-counts = Respuestas: { $fields }. Fotos y documentos: { $files }. Versiones del historial: { $revisions }.
share-sealed-number = Número { $number } para esta oficina, { $size }

## On paper

print-title = Imprimir un formulario
print-form = Qué formulario
print-filled = Con las respuestas
print-blank = En blanco, para rellenar a mano
print-with-names = Con nombres, contactos y números
print-left-out = Omitido en papel
print-code-blank = Código: ____________________
print-sign-child = Niño o niña
print-sign-caregiver = Cuidador
print-sign-caseworker = Gestor del caso
print-sign-supervisor = Supervisor

## A record with several forms

record-itself = Este registro
record-new-text-other = Puede guardar en cualquier momento; nada tiene que estar completo.
record-taken-over = Algunas respuestas se tomaron de { $code }. Revíselas: desde ahora cada registro conserva las suyas.
step-intake = Recepción y consentimiento
step-registration = Registro
step-assessment = Evaluación
step-work = Plan y trabajo
step-care = Cuidado
step-tracing = Búsqueda y reunificación
step-special = Procedimientos especiales
step-closure = Documentos y cierre
form-begun = Empezado
form-empty = Vacío
form-begin = Empezar este formulario
form-begin-text = Todavía no hay nada escrito en este formulario.
form-not-yours = Usted puede leer este formulario. Lo llenan otros roles o el programa.
question-find = Buscar una pregunta
question-none = Ningún formulario, sección o pregunta con esas palabras.
around-title = Alrededor de este registro
around-empty = Todavía no hay nada vinculado a este registro.
around-member = Caso de un familiar
around-child = Caso de un niño de esta familia
around-family-told = La familia ya menciona este caso.
around-family-not-told = El caso se guardó, pero no se pudo cambiar la familia. Agregue este caso a mano.
print-all-forms = Todos los formularios
print-blank-forms = Formularios en blanco
version-new = Versión nueva
version-before = Versiones anteriores
version-none = Aún no hay ninguna versión anterior.
version-complete = Versión { $version }, completa. Queda como se respondió entonces. Cuando cambie una respuesta, empiece una versión nueva.
version-begun = La versión { $version } parte de las respuestas de la anterior. Repáselas, haga firmar de nuevo y dela por completa.
version-unfinished = Versión { $version }, aún no completa.
version-of = Versión { $version }, { $when }, { $name }
record-age-in-group = { $age } (grupo { $group })
