## Told of an import from Primero. The name is the code of the remark, of its place (remark-area-) or of the refusal (primero-).

## Came along as it was
remark-understood = Vino tal como estaba.

## Came along, but changed
remark-field-renamed = El nombre no podía quedar: el primero es el del archivo, el segundo es el de aquí.
remark-form-renamed = El identificador del formulario no sirve aquí o ya está en uso; el formulario tiene uno nuevo.
remark-list-renamed = El identificador de la lista no sirve aquí o estaba dos veces; la lista tiene uno nuevo.
remark-form-for-each-module = El formulario es de protección de la niñez y de violencia de género: aquí cada una tiene el suyo.
remark-module-assumed = El formulario no dice a qué trabajo pertenece; se tomó como de protección de la niñez.
remark-tally-as-numbers = Los contadores pasaron a ser números, con una suma que se calcula.
remark-range-as-two-dates = Un período pasó a ser dos fechas, desde y hasta.
remark-radio-as-select = Los botones pasaron a ser una lista de una sola opción.
remark-time-dropped = Solo se guarda el día; la hora queda fuera.
remark-one-answer-only = En Primero se podían elegir varios lugares, personas u organizaciones; aquí solo se puede elegir una opción.
remark-files-as-rows = En Primero se podían añadir varias fotos, sonidos o documentos; aquí cada uno va en una fila.
remark-one-file-only = Esta pregunta ya está en una fila, por eso admite una sola foto, un solo sonido o un solo documento.
remark-options-missing-as-text = Las opciones no están en el archivo o solo existen en Primero: aquí la respuesta se escribe como texto.
remark-groups-as-options = Las opciones son los grupos de usuarios del archivo, tal como están ahora.
remark-nested-beside = Las filas que estaban dentro de otras quedan ahora al lado: no se guarda cuál pertenecía a cuál.
remark-calculation-typed = Se calculaba en Primero y aquí se escribe a mano, porque dentro de las filas no se calcula nada.
remark-average-whole = Aquí el promedio se redondea a un número entero.
remark-hidden-counts-as-blank = Mientras estas preguntas están ocultas, las condiciones las toman como vacías; Primero usaba lo que contenían antes.
remark-tick-words-joined = El texto junto a la casilla está ahora después de la pregunta.
remark-words-in-help = El texto de la firma o del ejemplo está ahora en la ayuda.
remark-markup-taken-out = Se quitaron del texto las etiquetas y los caracteres invisibles.
remark-words-cut = Se cortaron los textos de más de 2000 letras.
remark-label-from-name = No había etiqueta; en su lugar está el nombre.
remark-heading-follows-questions = Un encabezado se muestra siempre que se muestre una pregunta debajo de él.
remark-required-when-complete = Las respuestas obligatorias se piden al marcar el formulario como completo; un borrador se puede guardar sin ellas.
remark-completion-as-required = En Primero contaba para el porcentaje completado; aquí hace falta para marcar el formulario como completo.
remark-as-in-office = Esta oficina ya lo pregunta: se mantienen su tipo y su parte del expediente, y se añaden las opciones del archivo.
remark-as-in-first-form = Un formulario anterior del archivo pregunta lo mismo: valen sus opciones, sus filas y su cálculo.
remark-switched-off = Estaba oculto en Primero; aquí sigue oculto hasta que un administrador lo muestre otra vez.
remark-rows-in-part = Primero mostraba solo algunas preguntas de estas filas; las demás están ocultas aquí.
remark-groups-as-order = Los grupos de formularios se conservan como orden de los formularios y como propuesta de títulos.
remark-role-as-ours = La función se parece a una que existe aquí; nadie la recibe por esto.

## Left behind
remark-unknown-type = Un tipo de pregunta que no existe en Primero versión 2.
remark-custom-field = Una pregunta que Primero muestra de una manera propia.
remark-unknown-record-type = Un formulario para un tipo de expediente que no se conoce aquí.
remark-other-module = Un formulario para un trabajo que no existe aquí, como el seguimiento de violaciones graves.
remark-record-not-in-module = Un formulario para un tipo de expediente que esta área de trabajo no tiene aquí.
remark-built-in-page = Una página de Primero sin preguntas propias; Amparo tiene su propia página para eso.
remark-empty-form = Un formulario en el que no quedó ninguna pregunta.
remark-doubled = El mismo identificador está más de una vez en el archivo; vale el primero.
remark-no-id = No hay un identificador utilizable; el número es la posición en el archivo.
remark-rows-missing = Las preguntas de estas filas no están en el archivo.
remark-rows-unused = Preguntas para filas que ningún formulario muestra.
remark-rows-loop = Filas que se contienen a sí mismas.
remark-rows-too-deep = Filas dentro de otras filas en demasiados niveles.
remark-rows-empty = Filas en las que no quedó ninguna pregunta.
remark-two-meanings = Otro formulario del archivo tiene una pregunta con este nombre y de otro tipo.
remark-bad-option = Una opción sin identificador utilizable.
remark-option-conditions = Algunas opciones solo se ofrecían con ciertas respuestas; aquí se ofrecen todas.
remark-option-tags = Las marcas de las opciones quedan fuera.
remark-condition = La condición no se puede leer o expresar aquí: la pregunta se muestra siempre.
remark-condition-on-unknown = La condición nombra algo que ningún formulario tiene: la pregunta se muestra siempre.
remark-condition-off = La condición estaba desactivada en Primero.
remark-condition-loop = La condición depende de sí misma: la pregunta se muestra siempre.
remark-condition-chain = La condición está al final de una cadena de más de cien: la pregunta se muestra siempre.
remark-calculation = El cálculo no se puede leer o expresar aquí: la respuesta se llena a mano.
remark-calculation-on-unknown = El cálculo nombra algo que ningún formulario tiene: la respuesta se llena a mano.
remark-calculation-loop = El cálculo depende de sí mismo: la respuesta se llena a mano.
remark-calculation-across-parts = El cálculo usa partes del expediente que no todos pueden leer: la respuesta se llena a mano.
remark-default = La respuesta propuesta no corresponde a su pregunta.
remark-date-rule = Una regla de fechas que no se conoce aquí; las fechas no se comprueban con ella.
remark-heading-in-rows = Un encabezado dentro de filas.
remark-empty-heading = Un encabezado sin nada debajo.
remark-read-only = En Primero se podía leer pero no cambiar; aquí se puede llenar.
remark-hidden-in-view = Primero lo ocultaba cuando solo se leía el expediente; aquí también se muestra entonces.
remark-hide-name-switch = El interruptor que oculta un nombre queda fuera: aquí solo ven los nombres quienes pueden leerlos.
remark-matching = En Primero se añadió al cotejo de las solicitudes de búsqueda; aquí no participa en él.
remark-row-filter = Primero mostraba solo ciertas filas según su contenido; esa regla queda fuera.
remark-row-order = El orden y la agrupación de las filas quedan fuera.
remark-row-rules = Quedan fuera la regla de que solo se pueden añadir filas y las filas vacías del comienzo.
remark-appearance = Quedan fuera los enlaces, las filas plegadas, las plantillas y otros ajustes de apariencia.
remark-locked = En Primero un administrador no podía cambiarlo; aquí sí se puede.
remark-agency-files = Quedan fuera los logotipos y las condiciones de uso de las organizaciones.
remark-role = La función no se parece a ninguna de las de aquí; solo se menciona.
remark-report = El informe solo se menciona; hay que volver a hacerlo aquí.
remark-report-on-unknown = El informe cuenta preguntas que quedaron fuera.
remark-contact = Quedan fuera los datos de contacto de personas del otro sistema.
remark-unknown-part = El archivo tiene otras partes que ningún Primero versión 2 tiene.
remark-too-much = Hay más de lo que cualquier oficina necesita: lo que sigue queda fuera.
remark-bad-language = Quedan fuera los textos cuyo idioma no se conoce.
remark-refused = El formulario no pasó la última comprobación.

## Where in the file
remark-area-file = Todo el archivo
remark-area-form = Formulario
remark-area-list = Lista de opciones
remark-area-role = Función
remark-area-group = Grupo de usuarios
remark-area-agency = Organización
remark-area-report = Informe
remark-area-contact = Contacto

## Why a file was refused as a whole
primero-too-large = El archivo es demasiado grande para ser una configuración de Primero.
primero-too-deep = Los elementos del archivo están unos dentro de otros en demasiados niveles.
primero-too-many = El archivo contiene más de lo que tiene una configuración de Primero.
primero-not-json = El archivo está dañado o no es un archivo de configuración.
primero-not-a-configuration = El archivo no es una configuración de Amparo ni de Primero.
primero-missing = Falta en el archivo una parte que toda configuración de Primero tiene.
primero-not-an-array = En una parte del archivo hay otra cosa donde debe haber una lista.
primero-other-version = El archivo viene de otra versión de Primero; solo se puede leer la versión 2.
primero-nothing-usable = No se puede traer ningún formulario del archivo.
primero-stopped = Se detuvo la lectura del archivo.
