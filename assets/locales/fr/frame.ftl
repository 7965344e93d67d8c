## Words of the frame around every page

page-log = Journal
chosen = Choisi
idle-stay = Rester connecté
no-way-title = Ce bureau ne peut pas être ouvert
search-hint = Deux lettres suffisent. L’orthographe et l’écriture n’importent pas : Youssef trouve aussi يوسف.
search-nothing-help = Essayez une partie plus courte du nom, une autre orthographe ou le code du dossier. Vous n’ouvrez que les dossiers que vous pouvez lire.
