## The first page

home-hello = Hola, { $name }
home-note = Lo que te espera hoy. Cada número abre su lista.
home-waiting = Tu trabajo
home-first-steps = Primeros pasos
home-backups-text = Elige un segundo lugar para las copias, mejor una memoria guardada en otro sitio, y comprueba que la última sea reciente.
home-backups-go = Revisar las copias
