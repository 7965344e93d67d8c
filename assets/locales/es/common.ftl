## Words that every page uses

program-name = Amparo

## Actions

save = Guardar
cancel = Cancelar
back = Atrás
close = Cerrar
next = Siguiente
previous = Anterior
go-on = Continuar
finish = Terminar
edit = Editar
open = Abrir
search = Buscar
filter = Filtrar
clear = Borrar
clear-all = Borrar todo
add = Añadir
remove = Quitar
add-row = Añadir una fila
add-another = Añadir otro
remove-row = Quitar esta fila
remove-item = Quitar { $item }
choose = Elegir
choose-file = Elegir un archivo
choose-folder = Elegir una carpeta
change = Cambiar
copy = Copiar
print = Imprimir
undo = Deshacer
redo = Rehacer
undo-action = Deshacer: { $action }
try-again = Volver a intentar
confirm = Confirmar
accept = Aceptar
refuse = Rechazar
stop = Detener
show = Mostrar
hide = Ocultar
show-more = Mostrar más
lock = Bloquear
hide-screen = Ocultar la pantalla
sign-out = Cerrar sesión
help = Ayuda
settings = Ajustes
keys = Teclas
menu = Menú

## Answers

yes = Sí
no = No
unknown = Se desconoce
not-answered = Sin respuesta
none = Ninguno
required = Obligatorio
optional = Opcional
choose-one = Elige una respuesta
choose-any = Elige todo lo que corresponda
read-only = Puedes leer esto, pero no cambiarlo.
type-to-search = Escribe para buscar
nothing-found = No se encontró nada
lookup-more = Escribe más para acortar la lista

## Covered sections and photos

covered = Oculto
cover-again = Volver a ocultar
covered-section = Esta sección está oculta. Mira a tu alrededor antes de mostrarla.
show-section = Mostrar esta sección
photo = Foto
photo-covered = Foto oculta
photo-none = Sin foto
photo-of = Foto de { $who }
photo-add = Añadir una foto
photo-change = Cambiar la foto

## Errors

error-title = Revisa estas respuestas
error-word = Problema
error-count = { $count ->
     [one] Hay un punto que revisar.
    *[other] Hay { $count } puntos que revisar.
}
nothing-lost = No se ha perdido nada.

## Progress

working = En curso
loading = Cargando
done = Hecho
stopped = Detenido. No se ha cambiado nada.
progress-of = { $done } de { $total }
stopping = Deteniendo

## Counts and sizes

count-cases = { $count ->
     [one] { $count } caso
    *[other] { $count } casos
}
count-people = { $count ->
     [one] { $count } persona
    *[other] { $count } personas
}
count-places = { $count ->
     [one] { $count } lugar
    *[other] { $count } lugares
}
count-rows = { $count ->
     [one] { $count } fila
    *[other] { $count } filas
}
count-selected = { $count ->
     [one] { $count } seleccionado
    *[other] { $count } seleccionados
}
size-bytes = { $count ->
     [one] { $count } byte
    *[other] { $count } bytes
}
size-kilobytes = { $amount } kB
size-megabytes = { $amount } MB
size-gigabytes = { $amount } GB

## The status line at the foot

status-line = Estado
status-saved = Guardado { $when }
status-draft = Borrador guardado { $when }
status-not-saved = Aún sin guardar
status-backup = Última copia de seguridad: { $when }
status-backup-none = Aún no hay copia de seguridad
status-locks-in = { $seconds ->
     [one] Se bloquea en { $seconds } segundo
    *[other] Se bloquea en { $seconds } segundos
}
sample-office-mark = Oficina de ejemplo: todas las personas son inventadas

## Moving about

nav-main = Páginas principales
nav-sections = Secciones
nav-context = Sobre este expediente
skip-to-content = Ir al contenido
page-home = Inicio
page-cases = Casos
page-people = Personal
page-places = Lugares
page-exchange = Intercambio
page-settings = Ajustes
page-gallery = Galería de elementos

## Keys

keys-title = Todas las teclas
key-search = Buscar en todo
key-new = Caso nuevo
key-rows = Fila siguiente o anterior
key-open = Abrir la fila
key-peek = Ver sin abrir
key-mark = Seleccionar la fila
key-walk = Expediente anterior o siguiente de la lista
key-back = Volver o cerrar
key-sections = Ir a una sección
key-filter = Filtrar la lista
key-text-size = Texto más grande, más pequeño o normal
key-help = Ayuda de esta página
key-backup = Hacer una copia de seguridad
key-keys = Mostrar todas las teclas

## Comfort

language = Idioma
theme = Colores
theme-system = Como el equipo
theme-light = Claro
theme-dark = Oscuro
theme-contrast = Alto contraste
text-size = Tamaño del texto
density = Espaciado
density-comfortable = Cómodo
density-compact = Compacto
numerals = Cifras
numerals-western = 0123456789
numerals-eastern = ٠١٢٣٤٥٦٧٨٩
month-names = Nombres árabes de los meses
month-names-levantine = Kanun II, Shubat, Adhar
month-names-egyptian = Yanayir, Fibrayir, Maris

## Lists

pager = Páginas de la lista
pager-rows = { $first }–{ $last } de { $total }
count-found = { $count ->
     [one] { $count } resultado
    *[other] { $count } resultados
}

## Types of record

page-incidents = Incidentes
page-tracing-requests = Solicitudes de búsqueda
page-families = Familias
page-registry = Directorio
page-survivors = Personas sobrevivientes
page-gbv-incidents = Incidentes de VBG
type-case = Caso
type-incident = Incidente
type-tracing-request = Solicitud de búsqueda
type-family = Familia
type-registry = Ficha del directorio
type-survivor = Persona sobreviviente
type-gbv-incident = Incidente de VBG
new-named = Nuevo: { $name }
new-incident = Nuevo incidente
new-tracing-request = Nueva solicitud de búsqueda
new-family = Nueva familia
new-registry = Nueva ficha del directorio
new-survivor = Registrar a una persona sobreviviente
new-gbv-incident = Nuevo incidente de VBG
language-own-name = Español
