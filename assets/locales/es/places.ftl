## The list of places

places-title = Lugares
places-empty = Aún no hay lugares
places-empty-text = Importa la lista de lugares de tu país: un archivo CSV con etiquetas HXL.
places-import = Importar lugares
places-preview = Lo que trae esta lista
places-in-list = Lugares en la lista
places-new = Nuevos
places-changed = Con otros nombres
places-findings = Filas y columnas por revisar
places-line = Línea { $line }
places-imported = Lugares importados.
places-search = Parte del nombre o un código
place-code = Código
place-type = Tipo

## More about places

places-all = Todos los lugares
places-way = Camino a estos lugares
places-column-line = Línea
places-column-tag = Columna
places-empty-other = Tu administrador importa la lista de lugares.
places-import-help = Elige un archivo CSV con etiquetas HXL en la segunda fila, por ejemplo una lista administrativa con p-codes. Primero ves lo que traería; nada cambia antes de que lo confirmes. Una lista nueva nunca quita lugares.
places-other-file = Elegir otro archivo
