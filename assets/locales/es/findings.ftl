## What to look at in a form. The name is the finding's code with hyphens.

finding-missing = Responde a esta pregunta.
finding-wrong-type = Esta respuesta no encaja con la pregunta. Bórrala y responde de nuevo.
finding-wrong-option = Esta respuesta ya no está en la lista. Elige otra.
finding-too-long = Escribe como máximo { $max } caracteres.
finding-too-small = Escribe un número de { $min } o más.
finding-too-large = Escribe un número de { $max } o menos.
finding-in-future = Esta fecha es posterior a hoy. Revisa el año.
finding-before = Esta fecha es anterior a la de «{ $field }». Revisa las dos.
finding-not-offered = Esta respuesta no se ofrece con las demás respuestas dadas. Elige de nuevo.
finding-not-among = Esta respuesta no está entre las de «{ $field }». Revisa las dos.
finding-age-disagrees = La edad no coincide con «{ $field }». Revisa las dos.
finding-bad-character = Hay un carácter que no se puede guardar. Escribe el texto de nuevo.

## What to look at in a list of places

place-finding-blank-cell = Falta un código o un nombre. Los lugares de esta fila desde aquí se han dejado fuera.
place-finding-blank-translation = Falta una traducción o un tipo. El lugar se ha guardado sin eso.
place-finding-too-long = Un código o nombre es demasiado largo. Los lugares de esta fila desde aquí se han dejado fuera.
place-finding-unknown-language = El idioma de esta columna no se conoce. La columna se ha dejado fuera.
place-finding-repeated-column = Una columna anterior dice lo mismo. Esta se ha dejado fuera.

## More about answers in a form

finding-missing-choice = Elija una respuesta.
finding-missing-date = Escriba la fecha. Si solo se conoce el año, basta con el año.
finding-missing-place = Elija un lugar.
finding-not-a-number = Escriba un número entero con cifras.
finding-at = { $field } – { $said }
