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
