## The first page

home-hello = Bonjour, { $name }
home-note = Ce qui vous attend aujourd’hui. Chaque nombre ouvre sa liste.
home-waiting = Votre travail
home-first-steps = Premiers pas
home-backups-text = Choisissez un second lieu de sauvegarde, de préférence une clé gardée ailleurs, et vérifiez que la dernière est récente.
home-backups-go = Vérifier les sauvegardes
