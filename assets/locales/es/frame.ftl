## Words of the frame around every page

page-log = Registro
chosen = Elegido
idle-stay = Seguir dentro
no-way-title = No se puede abrir esta oficina
search-hint = Bastan dos letras. No importan la ortografía ni la escritura: Yusuf también encuentra يوسف.
search-nothing-help = Prueba con una parte más corta del nombre, otra grafía o el código del caso. Solo abres los casos que puedes leer.
