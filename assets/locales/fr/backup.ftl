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
backup-choose-file = Choisir la sauvegarde
log-note = Chaque entrée est liée à la précédente : rien ne peut être retiré sans que cela se voie. Ce que vous ne devez pas savoir reste fermé.
settings-idle-help = Un délai court protège les enfants quand quelqu’un s’éloigne. Le nouveau délai vaut dès la prochaine connexion.
settings-idle-saved = Enregistré. Le nouveau délai vaut dès la prochaine connexion.
settings-size-help = Aussi avec Ctrl et +, − ou 0
settings-looks-note = La langue reste la vôtre. Couleurs, taille et espacement valent jusqu’à la fermeture du programme.

## La liste des copies, et leur retour

backup-list = Copies accessibles
backup-column-where = Où
backup-column-size = Taille
backup-column-state = État
backup-place-here = Cet ordinateur
backup-place-aside = Gardée avant un retour
backup-place-second = Second emplacement
backup-checked = Ouverte et vérifiée
backup-unreadable = Illisible
backup-older-key = Clé plus ancienne ({ $epoch })
backup-key-epoch = Clé { $epoch }
backup-bring-back = Reprendre…
backup-bring-back-title = Reprendre une copie
backup-other-folder = Une copie dans un autre dossier…
restore-intro = La copie est d’abord essayée : rien ne change.
restore-rehearse = Essayer
restore-this-backup = Copie du { $when }
restore-needs-key = Cette copie a été faite avec une clé plus ancienne. Un mot de passe de l’époque l’ouvre, ou les mots de récupération.
restore-key-how = L’ouvrir avec
restore-key-password = Un mot de passe de l’époque
restore-key-words = Les mots de récupération
restore-opens = Cette copie s’ouvre, et chacune de ses pages est entière.
restore-office = Bureau
restore-records = Dossiers qu’elle contient
restore-last = Dernière entrée de son journal
restore-lost = Ce qui serait perdu
restore-lost-nothing = Rien : aucune modification depuis.
restore-lost-changes = Modifications faites depuis
restore-lost-touched = Dossiers modifiés depuis
restore-lost-records = Parmi eux, enregistrés depuis
restore-destroyed = Détruits depuis, restent détruits
restore-stays = Les personnes, les mots de passe, les clés, les formulaires, les réglages et le journal restent comme ils sont. Qui est parti reste dehors ; ce qui est détruit le reste. L’état présent est gardé comme copie et peut être repris de la même façon.
restore-numbers = Les numéros continuent au-dessus de
restore-numbers-help = Jamais moins que le plus grand numéro trouvé sur papier : aucun code ne doit servir deux fois.
restore-series = Série { $series }
restore-yes = J’ai lu ce qui serait perdu.
restore-go = Reprendre cette copie
restore-done = La copie est reprise. L’état d’avant est gardé dans la liste.
restore-partners = Prévenez vos bureaux partenaires : votre prochaine carte et votre prochain fichier scellé disent que ce bureau a commencé une nouvelle vie.
restore-elsewhere-title = Restaurer un bureau depuis une copie
restore-elsewhere-intro = Choisissez le dossier d’une copie, sur une clé USB ou un dossier du réseau. Elle s’ouvre avec le mot de passe d’un administrateur, ou avec les mots de la feuille de récupération.
restore-elsewhere-not-allowed = Ce mot de passe est celui d’une personne qui n’administrait pas le bureau. Utilisez celui d’un administrateur, ou les mots de la feuille de récupération.
restore-elsewhere-office = Le bureau renaît sur cet ordinateur tel qu’il était. Ce qui a été fait depuis n’y est pas.
restore-elsewhere-go = Restaurer ce bureau ici
restore-elsewhere-done = Le bureau est de nouveau là. Connectez-vous avec votre nom et votre mot de passe.
restore-elsewhere-sign-in = Aller à la connexion
restore-file-chosen = Dossier choisi
status-second = Seconde copie : { $when }. Branchez la clé USB.
