## The page
shape-page = Formularios
shape-note = Cambie lo que se pregunta. Un cambio se prepara en un borrador; todos lo reciben a la vez cuando usted lo pone en vigor.
shape-in-force-title = En vigor
shape-in-force = { $name } (número { $number }), desde { $since }, puesto en vigor por { $who }.
shape-in-force-standard = Los formularios que vienen con Amparo, sin cambios.
shape-in-force-mark = En vigor
shape-standard = Como vienen con Amparo
shape-drafts = Borradores
shape-drafts-none = Ningún borrador
shape-drafts-none-text = Empiece un borrador para cambiar formularios, listas o plazos. Nadie lo ve antes de que lo ponga en vigor.
shape-past = Estuvo en vigor antes
shape-begin = Empezar un borrador
shape-begin-text = Empieza con todo lo que está en vigor ahora.
shape-name = Nombre
shape-name-help = De qué se trata, por ejemplo «Preguntas sobre el refugio de invierno».
shape-name-missing = Dele un nombre.
shape-kept-at = Guardado
shape-since = En vigor desde
shape-by = Por
shape-number = Número
shape-open = Abrir el borrador
shape-older = Empezado antes de que entraran en vigor otros formularios
shape-drop = Desechar el borrador
shape-drop-sure = ¿Desechar «{ $name }»? Sus cambios se pierden. Nada de lo que está en vigor cambia.
shape-go-back = Volver a esto
shape-go-back-sure = ¿Poner «{ $name }» en vigor otra vez?
shape-export = Exportar a un archivo
shape-exported = El archivo se ha escrito.
shape-more = Más

## Bringing in
shape-bring = Traer un archivo
shape-bring-help = Una configuración de Amparo, o el archivo de configuración de un sistema Primero versión 2. Se convierte en borrador: nada de lo que está en vigor cambia.
shape-brought = El archivo se leyó y está entre los borradores.
shape-brought-whole = Todo vino tal como estaba.
shape-not-carried = Quedó fuera
shape-changed = Vino, pero cambiado
shape-understood = Vino tal como estaba
shape-where = Dónde
shape-what = Qué pasó
shape-about = Nombres en el archivo
shape-remarks-more = Solo se muestran los primeros.

## Words as a spreadsheet
shape-words-out = Sacar los textos a una hoja de cálculo
shape-words-in = Traer los textos de una hoja de cálculo
shape-words-in-help = Elija la hoja de cálculo que se escribió aquí y se tradujo. Las celdas vacías dejan los textos como están; las filas que no encajan se dejan fuera y se indican.
shape-words-row = Fila
shape-why = Por qué
shape-words-left-out = Filas que quedaron fuera
words-row-unknown-key = Ningún texto tiene esta clave. Deje la primera columna como se escribió.
words-row-bad-words = Contiene etiquetas o caracteres que un texto no puede tener.
words-row-too-long = El texto pasa de 2.000 caracteres.
words-row-no-english = Falta el texto en inglés: se usa donde un idioma no tiene texto.

## The desk
shape-back = Volver al resumen
shape-draft-note = Un borrador que se guarda solo. Empezado a partir del número { $number }.
shape-compare = Comparar y poner en vigor
shape-compare-nothing = Este borrador no cambia nada.
shape-compare-use = Los supervisores cuentan en su propia sesión cuántos expedientes usan lo que se retira, y lo dicen redondeado: junto con el registro, un número exacto le diría qué contiene un expediente. Lo que aún no está contado: pregunte a un supervisor, cuya primera página muestra este borrador. Todo lo respondido se conserva.
shape-apply = Poner en vigor…
shape-apply-sure = ¿Poner esto en vigor ahora?
shape-apply-note = Nada de lo que contienen los expedientes se pierde. Las preguntas y opciones que ya no se ofrecen siguen legibles donde se respondieron. Todos reciben los nuevos formularios a la vez.
shape-apply-now = Sí, poner en vigor
shape-applied = Los nuevos formularios están en vigor.
shape-go-there = Ir allí
shape-choose = Elija un formulario, una sección, una pregunta o una lista al lado.
shape-tree = Todo lo que hay en esta configuración
shape-search = Buscar un formulario, una pregunta o una lista
shape-lists = Listas
shape-hidden = Oculto
shape-hidden-note = Oculto: no se pregunta. Lo que los expedientes contienen sigue legible.
shape-hide = Ocultar
shape-show = Mostrar otra vez
shape-up = Subir
shape-down = Bajar
shape-in-section = Está en la sección
shape-missing = Lo que no está traducido
shape-missing-mark = sin texto
shape-missing-none = Todos los textos existen en este idioma.
shape-missing-more = Solo se muestran los primeros. La hoja de textos los tiene todos.
shape-form = Formulario
shape-section = Sección
shape-question = Pregunta
shape-cell = Pregunta en filas
shape-list = Lista

## Something new
shape-add-form = Formulario nuevo
shape-add-section = Sección nueva
shape-add-question = Pregunta nueva
shape-add-cell = Pregunta nueva en las filas
shape-add-list = Lista nueva
shape-new-words = Texto en inglés
shape-new-words-missing = Escriba el texto en inglés. Los demás idiomas vienen después.
shape-id = Identificador
shape-id-help = Los expedientes y las condiciones lo nombran así. Se da una vez y no cambia nunca.
shape-id-wrong = Use minúsculas latinas, cifras y _; empiece con una letra.
shape-id-wrong-form = Use minúsculas latinas, cifras y -; empiece con una letra.
shape-id-taken = Este identificador ya está en uso.
shape-id-reserved = El programa se reserva este identificador.
shape-type = Tipo
shape-type-help = No cambia una vez que la pregunta está en vigor.
shape-part = Parte del expediente
shape-part-help = Decide quién puede leer la respuesta, para siempre.
shape-type-text = Una línea de texto
shape-type-longtext = Varias líneas de texto
shape-type-number = Número entero
shape-type-date = Fecha, tan exacta como se conozca
shape-type-yes-no = Sí, no, se desconoce
shape-type-select = Una opción
shape-type-multi = Varias opciones
shape-type-tick = Casilla
shape-type-location = Lugar
shape-type-user = Colega
shape-type-agency = Organización
shape-type-link = Otro expediente
shape-type-repeat = Filas de preguntas
shape-type-photo = Foto
shape-type-audio = Sonido
shape-type-file = Documento
shape-type-signature = Firma
shape-type-calc = Calculado

## Types of record in the tree
shape-type-case-cp = Casos de protección de la niñez
shape-type-incident-cp = Incidentes de protección de la niñez
shape-type-tracing-request-cp = Solicitudes de búsqueda
shape-type-family-cp = Familias
shape-type-registry-cp = Registro
shape-type-transition-cp = Derivaciones, traslados, asignaciones
shape-type-office-cp = El trabajo de la oficina
shape-type-case-gbv = Sobrevivientes de violencia de género
shape-type-incident-gbv = Incidentes de violencia de género
shape-type-transition-gbv = Derivaciones de sobrevivientes
shape-type-office-gbv = El trabajo con sobrevivientes

## What can be changed
shape-title = Título
shape-label = Pregunta tal como se hace
shape-help = Ayuda debajo
shape-guiding = Preguntas de guía
shape-guiding-help = Ayudan a escribir un relato; se muestran a petición.
shape-language-missing = { $name } (sin texto)
shape-versions = Se guarda por versiones
shape-versions-hint = Una vez completo no se cambia: le sigue uno nuevo, como en un consentimiento.
shape-folded = Plegada al principio
shape-required = Hay que responder para que el formulario esté completo
shape-required-when = Hay que responder cuando
shape-shown-when = Se muestra solo cuando
shape-default = Respuesta propuesta
shape-default-help = Aparece mientras no hay nada escrito; la persona decide.
shape-checks = Comprobaciones
shape-not-future = No después de hoy
shape-not-before = No antes de la fecha de
shape-min = Como mínimo
shape-max = Como máximo
shape-stand-ins = En lugar de una respuesta
shape-stand-ins-help = Para que nadie tenga que inventar una.
shape-class = Grado de sensibilidad
shape-class-help = Solo puede aumentar una vez que la pregunta está en vigor.
shape-class-p0 = Abierto, solo para contar
shape-class-p1 = Interno
shape-class-p2 = Confidencial, sobre una persona
shape-class-p3 = Estrictamente confidencial
shape-class-p4 = Crítico: puede depender una vida
shape-searched = La búsqueda lo encuentra como
shape-searched-not = No se busca
shape-searched-name = Nombre de una persona
shape-searched-phone = Número de teléfono
shape-searched-number = Número de un carné o documento
shape-summary = Aparece en listas y recordatorios
shape-summary-hint = Se copia en el resumen del expediente.
shape-calc = Cómo se calcula
shape-calc-help = Se calcula cada vez que se lee; nunca se escribe.
shape-calc-more = Una más
shape-gives = Lo que resulta
shape-gives-number = Un número
shape-gives-date = Una fecha
shape-gives-text = Un texto
shape-gives-yes-no = Sí o no
shape-gives-choice = Una de sus opciones
shape-calc-fixed = Un valor fijo
shape-calc-today = Hoy
shape-calc-me = La persona que trabaja
shape-calc-field = Otra respuesta
shape-calc-sum = Suma de respuestas
shape-calc-age = Edad hoy, a partir de una fecha de nacimiento
shape-calc-days-since = Días desde una fecha
shape-calc-days-after = Una fecha unos días después
shape-calc-count = Número de filas
shape-calc-label = Texto de la opción elegida
shape-days = Días

## Options
shape-options = Opciones
shape-options-from = Opciones de la lista
shape-options-own = Opciones propias
shape-go-list = Cambiar la lista
shape-list-used = Los cambios llegan a todos los formularios que usan esta lista: { $forms }.
shape-offers-unknown = Ofrece también «se desconoce» y «no lo dijo»
shape-option-new = Opción nueva, en inglés
shape-option-words = Texto de la opción
shape-option-parent = En los informes cuenta como
shape-option-parent-help = Una opción propia se cuenta bajo una estándar, para que las oficinas sean comparables.
shape-option-when = Se ofrece solo cuando
shape-option-off = No se ofrece por ahora
shape-retire = Retirar
shape-retired = Retirada
shape-bring-back = Recuperar

## Conditions
shape-condition-none = Siempre.
shape-condition-add = Añadir una condición
shape-all-of = Se cumplen todas
shape-any-of = Se cumple al menos una
shape-not = Lo contrario
shape-ask = Su respuesta
shape-ask-equal = es
shape-ask-not-equal = no es
shape-ask-less = es menor o anterior a
shape-ask-at-most = es como máximo
shape-ask-more = es mayor o posterior a
shape-ask-at-least = es como mínimo
shape-ask-one-of = es una de
shape-ask-filled = está
shape-ask-empty = está en blanco
shape-worth = Respuesta
shape-worth-with = Comparada con
shape-worth-fixed = Un valor fijo
shape-worth-today = Hoy
shape-worth-field = Otra respuesta
shape-date-as = Escriba la fecha así: 2026-11-22, 2026-11 o 2026.
shape-as-text = Como texto
shape-only-text = Las filas no pueden expresarlo; cambie el texto.
shape-text-of = Texto de: { $what }
shape-text-wrong = Esto no se puede leer: { $problem }. Queda lo que había antes.

## Clocks
shape-clocks = Plazos y semana laboral
shape-clocks-note = Plazo de cada paso según el riesgo. Cuenta desde la próxima vez que se vea cada expediente.
shape-clock-step = Paso
shape-clocks-unset = Mientras no haya riesgo fijado, cuenta como
shape-clocks-weekend = Días no laborables
shape-unit-hours = horas
shape-unit-days = días
shape-unit-working-days = días laborables
shape-unit-months = meses
shape-day-monday = Lunes
shape-day-tuesday = Martes
shape-day-wednesday = Miércoles
shape-day-thursday = Jueves
shape-day-friday = Viernes
shape-day-saturday = Sábado
shape-day-sunday = Domingo

## Preview
shape-preview = Vista previa
shape-preview-none = Elija un formulario para verlo aquí.
shape-preview-later = Se muestra aquí en cuanto todo encaje.
shape-preview-hidden = Con estas respuestas esta sección no se muestra.
shape-preview-fill = Respuestas inventadas
shape-preview-empty = Vaciar

## What is different
facet-words = texto cambiado
facet-place = está en otra sección
facet-condition = se muestra con otra condición
facet-required = cambió cuándo es obligatoria
facet-calculation = cambió el cálculo o la respuesta propuesta
facet-checks = cambiaron las comprobaciones
facet-options = cambiaron las opciones
facet-other = cambiaron otros ajustes
difference-form-added = Formulario «{ $form }» añadido
difference-form-retired = Formulario «{ $form }» retirado; lo que contienen los expedientes sigue legible
difference-form-changed = { $form }: { $what }
difference-section-added = { $form }: sección «{ $section }» añadida
difference-section-gone = { $form }: la sección «{ $section }» ya no está
difference-section-changed = { $form }: sección «{ $section }»: { $what }
difference-field-added = { $form }: pregunta «{ $field }» añadida
difference-field-retired = { $form }: pregunta «{ $field }» retirada
difference-field-changed = { $form }: pregunta «{ $field }»: { $what }
difference-list-added = Lista «{ $list }» añadida
difference-list-reordered = Lista «{ $list }»: las opciones están en otro orden
difference-option-added = Lista «{ $list }»: opción «{ $option }» añadida
difference-option-retired = Lista «{ $list }»: opción «{ $option }» retirada
difference-option-changed = Lista «{ $list }»: opción «{ $option }» cambiada
difference-clock-changed = Plazos: «{ $clock }» cambiado
difference-week-changed = Cambió la semana laboral o lo que cuenta mientras no hay riesgo fijado

## What does not fit together
configuration-unreadable = { $place }: no se puede leer ({ $what }).
configuration-unknown-type = { $place }: no existe el tipo de pregunta «{ $what }».
configuration-doubled = { $place }: «{ $what }» está dos veces. Cada identificador debe ser único.
configuration-too-large = La configuración es demasiado grande.
configuration-newer = La configuración la escribió una versión más nueva de Amparo.
configuration-markup = { $place }: hay etiquetas (<…>) en el texto. Quítelas.
configuration-kept = { $place }: el tipo de una pregunta y la parte del expediente donde está son para siempre. Añada una pregunta nueva.
configuration-reserved = { $place }: el programa se reserva el identificador «{ $what }».
configuration-bad-id = { $place }: «{ $what }» no es un identificador. Use minúsculas latinas, cifras y _ (formularios: -).
configuration-unknown-list = { $place }: no existe la lista «{ $what }».
configuration-unknown-parent = { $place }: no hay opción estándar «{ $what }» bajo la que contar.
configuration-unknown-block = { $place }: no existe el bloque común «{ $what }».
configuration-unknown-field = { $place }: una condición, un cálculo o una comprobación nombra «{ $what }», y esa pregunta no existe.
configuration-unknown-form = { $place }: una condición nombra el formulario «{ $what }», que no existe.
configuration-unknown-clock = { $place }: no existe el plazo «{ $what }».
configuration-no-compartment = { $place }: la pregunta no está en ninguna parte del expediente.
configuration-unknown-compartment = { $place }: este expediente no tiene parte «{ $what }».
configuration-cell-with-compartment = { $place }: una pregunta en filas está donde sus filas; no tiene parte propia.
configuration-two-meanings = { $place }: «{ $what }» es de otro tipo, o está en otra parte, en otro formulario.
configuration-not-in-a-row = { $place }: filas y cálculos no pueden estar dentro de filas.
configuration-calculated-across = { $place }: el cálculo lee «{ $what }» de otra parte del expediente, que quien lo lee quizá no pueda abrir.
configuration-loop = Estas preguntas se esperan entre sí: { $place }. Quite una condición o un cálculo.

## Counts
shape-count-forms-added = { $count ->
     [one] { $count } formulario añadido
    *[other] { $count } formularios añadidos
}
shape-count-forms-retired = { $count ->
     [one] { $count } formulario retirado
    *[other] { $count } formularios retirados
}
shape-count-questions-added = { $count ->
     [one] { $count } pregunta añadida
    *[other] { $count } preguntas añadidas
}
shape-count-questions-retired = { $count ->
     [one] { $count } pregunta retirada
    *[other] { $count } preguntas retiradas
}
shape-count-questions-changed = { $count ->
     [one] { $count } cambio en preguntas
    *[other] { $count } cambios en preguntas
}
shape-count-options-added = { $count ->
     [one] { $count } opción o lista añadida
    *[other] { $count } opciones o listas añadidas
}
shape-count-options-retired = { $count ->
     [one] { $count } opción retirada
    *[other] { $count } opciones retiradas
}
shape-count-options-changed = { $count ->
     [one] { $count } opción cambiada
    *[other] { $count } opciones cambiadas
}
shape-count-others-changed = { $count ->
     [one] { $count } cambio más
    *[other] { $count } cambios más
}
shape-missing-count = { $count ->
     [one] { $count } texto falta en este idioma
    *[other] { $count } textos faltan en este idioma
}
shape-words-taken = { $count ->
     [one] { $count } texto se tomó en el borrador.
    *[other] { $count } textos se tomaron en el borrador.
}
shape-words-refused = { $count ->
     [one] { $count } fila quedó fuera.
    *[other] { $count } filas quedaron fuera.
}

## Modules and settings
shape-settings = Módulos y ajustes
shape-setting-types = Módulos y formularios
shape-setting-names = Nombres de las cosas
shape-setting-case-code = Códigos de los expedientes nuevos
shape-setting-age-bands = Grupos de edad
shape-setting-places = Niveles de los lugares
shape-setting-approvals = Aprobaciones
shape-types-note = Con qué trabaja esta oficina. Un tipo o formulario desactivado ya no se ofrece; los expedientes que existen siguen abiertos a quienes trabajan con ellos.
shape-types-forms = { $on } de { $all } formularios
shape-module-cp = Protección de la niñez
shape-module-gbv = Violencia basada en el género
shape-names-note = Cómo llama su oficina a las cosas, donde el programa usaría su propia palabra en títulos, listas y botones. Deje una casilla en blanco para conservar la palabra del programa.
shape-names-called = aquí: { $name }
shape-names-one = «{ $own }» se llama
shape-names-many = La página «{ $own }» se llama
shape-code-note = Cómo se escriben los códigos de los expedientes nuevos. Los códigos ya dados nunca cambian. El código del sitio, la letra del tipo, el número corrido y el carácter de control están siempre, para que dos oficinas nunca den el mismo código.
shape-code-year = Año
shape-code-year-two = Dos cifras
shape-code-year-four = Cuatro cifras
shape-code-year-none = Sin año; los números siguen
shape-code-digits = Cifras del número, al menos
shape-code-joint = Entre las partes
shape-code-joint-hyphen = Guion (-)
shape-code-joint-dot = Punto (.)
shape-code-sample = Así se verán:
shape-bands-note = Donde se cuenta a las personas por edad, se cuentan en estos grupos. El último es abierto.
shape-bands = Cada grupo empieza a la edad de
shape-bands-help = En años, empezando por 0 y subiendo: 0, 6, 12, 15, 18.
shape-bands-from-to = { $first }–{ $last }
shape-bands-from = { $first } y más
shape-places-note = Con qué exactitud se dice un lugar donde hay más de un expediente junto.
shape-places-reports = Los informes cuentan hasta
shape-places-lists = Las listas nombran lugares hasta
shape-place-country = País
shape-place-level = Nivel { $level }
shape-approvals-note = Formularios que piden la aprobación de un supervisor. Donde se desactiva, la oficina prescinde de ella.
difference-type-taken-up = { $record }: se usa desde ahora
difference-type-given-up = { $record }: ya no se usa; los expedientes que existen siguen abiertos
difference-renamed = «{ $thing }» se llama «{ $name }»
difference-approval-on = { $form }: lo aprueba un supervisor
difference-approval-off = { $form }: ya no necesita aprobación
difference-setting-changed = { $setting }: cambió
configuration-setting-types = { $place }: la oficina debe usar casos de protección de la niñez o sobrevivientes, o ambos.
configuration-setting-case-code = { $place }: el número corrido tiene de 4 a 8 cifras.
configuration-setting-age-bands = { $place }: empiece por 0, cada edad mayor que la anterior, y como máximo 12 grupos.
configuration-setting-names = { $place }: un nombre tiene como máximo 40 caracteres, en una línea.
configuration-setting-places = { $place }: los niveles van de 0 a 5.
configuration-setting-approvals = { $place }: se nombra un formulario que no tiene preguntas de aprobación.
part-cp = Protección de la infancia
part-gbv = VBG
uses-none = ningún expediente lo usa
uses-few = lo usan menos de 5 expedientes
uses-about = lo usan unos { $count } expedientes
uses-uncounted = aún sin contar
uses-at-least = { $told }, quizá más: partes de algunos expedientes estaban cerradas para quien contó
uses-partly = { $told } (contados { $counted } de { $teams } equipos)
uses-in-part = { $part }: { $told }
uses-told-by = indicado por { $name }, { $when }
uses-exact = { $count ->
     [one] lo usa { $count } expediente
    *[other] lo usan { $count } expedientes
}
uses-closed = { $count ->
     [one] { $count } expediente está cerrado en parte para usted
    *[other] { $count } expedientes están cerrados en parte para usted
}
uses-looked = { $count ->
     [one] Se examinó { $count } expediente.
    *[other] Se examinaron { $count } expedientes.
}
uses-count-title = Contar dónde se usa
uses-count-text = Este borrador de los formularios dejaría de preguntar lo que figura aquí. Cuente, en los expedientes que puede abrir, cuáles lo usan. Solo usted ve los números exactos; a quien da forma a los formularios se le dicen redondeados.
uses-count-now = Contar en mis expedientes
uses-publish = Comunicar los números redondeados
uses-published = Se comunicaron los números redondeados.
uses-will-tell = se comunicará así: { $told }
uses-to-count = Borradores de formularios por contar
uses-open = { $count ->
     [one] { $count } cosa aún sin contar
    *[other] { $count } cosas aún sin contar
}
uses-all-counted = contado; puede volver a contar
uses-warning = { $count ->
     [one] De { $count } cosa que se deja, no todos han contado aún cuántos expedientes la usan.
    *[other] De { $count } cosas que se dejan, no todos han contado aún cuántos expedientes las usan.
}
shape-seal = Exportar sellado
shape-seal-text = El archivo solo se abre con la frase de paso que elija aquí, en Amparo o con la herramienta age. Dígasela a quien deba abrirlo por otra vía que la del archivo.
shape-seal-go = Elegir dónde y sellar
shape-sealed = Los formularios se sellaron en el archivo.
shape-passphrase = Frase de paso
shape-open-sealed = Abrir
words-row-placeholders = Falta un marcador entre llaves, o hay uno que no corresponde.
difference-words-changed = Textos del programa en { $tongue } modificados
shape-fluent = Textos del programa (Fluent)
shape-fluent-text = Los textos del programa en una lengua, como archivo Fluent para traductores. Una lengua nueva empieza por su etiqueta: expórtela, hágala traducir, impórtela. Lo que no está traducido se dice en inglés. La hoja de cálculo contiene los mismos textos junto a los de los formularios.
shape-fluent-tag = Etiqueta de la lengua
shape-fluent-tag-help = en, fr, ar o es, o una nueva como ku, ckb, pt-BR
shape-fluent-out = Exportar los textos
shape-fluent-in = Incorporar textos
shape-missing-program = { $count ->
     [one] { $count } texto del programa sin traducción en esta lengua
    *[other] { $count } textos del programa sin traducción en esta lengua
}
shape-passphrase-again = Frase de paso otra vez
