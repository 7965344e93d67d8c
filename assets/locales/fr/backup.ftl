## Backups and the log

backup-title = Copies de sauvegarde
backup-now = Faire une copie maintenant
backup-making = Copie et vérification en cours
backup-done = Copie faite et vérifiée.
backup-here = Sur cet ordinateur
backup-second = Au second emplacement
backup-second-none = Aucun second emplacement choisi
backup-second-missing = Le second emplacement était introuvable la dernière fois. Branchez la clé.
backup-never = Jamais
backup-place-change = Choisir le second emplacement
backup-restore = Restaurer une copie
backup-restore-text = Une copie est restaurée dans un dossier vide. Le bureau actuel reste comme il est.
backup-restored = Restauré. Ouvrez ce dossier pour l’utiliser.
log-title = Journal du bureau
log-sound = Le journal est intact : rien n’a été retiré ni modifié.
log-not-sound = Le journal a été modifié de l’extérieur. Prévenez tout de suite votre superviseur.
log-checking = Vérification du journal en cours.
log-when = Quand
log-who = Qui
log-what = Quoi
log-about = Concerne

## Settings

settings-title = Réglages
settings-yours = Pour vous
settings-office = Pour le bureau
settings-idle = Verrouiller après une inactivité de

## More about backups, log and settings

backup-kept = Sauvegardes gardées ici
backup-which = Quelle sauvegarde
backup-newest = La plus récente de ce bureau
backup-other = Une autre, par exemple sur une clé
backup-choose-file = Choisir la sauvegarde
backup-choose-empty = Choisir un dossier vide
backup-restore-go = Restaurer
log-note = Chaque entrée est liée à la précédente : rien ne peut être retiré sans que cela se voie. Ce que vous ne devez pas savoir reste fermé.
settings-idle-help = Un délai court protège les enfants quand quelqu’un s’éloigne. Le nouveau délai vaut dès la prochaine connexion.
settings-idle-saved = Enregistré. Le nouveau délai vaut dès la prochaine connexion.
settings-size-help = Aussi avec Ctrl et +, − ou 0
settings-looks-note = La langue reste la vôtre. Couleurs, taille et espacement valent jusqu’à la fermeture du programme.
