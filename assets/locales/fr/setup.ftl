## First run

setup-title = Créer un nouveau bureau
setup-welcome = Bienvenue
setup-welcome-text = Cela prend environ cinq minutes. Il faut deux personnes : un administrateur et un superviseur.
setup-sample-text = Ou découvrez d’abord un bureau d’exemple, avec un personnel et des enfants inventés.
setup-step = Étape { $step } sur { $steps }
setup-step-language = Langue
setup-step-office = Bureau
setup-step-administrator = Administrateur
setup-step-supervisor = Superviseur
setup-step-recovery = Feuille de récupération
setup-step-backup = Sauvegarde
setup-step-ready = Prêt
setup-language-text = Chaque personne pourra choisir une autre langue plus tard.

## Office

setup-office-name = Nom du bureau
setup-office-name-help = Comme l’appellent votre équipe et les autres bureaux
setup-site-code = Code du site
setup-site-code-help = 2 à 6 lettres majuscules ou chiffres. Il commence chaque numéro de dossier et ne peut plus être changé.
setup-site-code-wrong = Utilisez 2 à 6 lettres majuscules (A à Z) ou chiffres.
setup-agency = Organisme
setup-agency-name = Nom de l’organisme
setup-agency-code = Sigle de l’organisme
setup-team = Première équipe
setup-team-help = Chaque travailleur social voit ses dossiers ; le superviseur voit ceux de son équipe.
setup-folder = Où le bureau est gardé

## The first two people

setup-administrator-text = L’administrateur s’occupe du bureau : personnel, listes, sauvegardes. Il ne peut ouvrir aucun dossier.
setup-supervisor-text = Maintenant le superviseur. Passez-lui le clavier : personne d’autre ne doit connaître ce mot de passe.
setup-full-name = Nom complet
setup-sign-in-name = Nom de connexion
setup-sign-in-name-help = Court, dans n’importe quelle écriture, sans espace
setup-names-differ = Le superviseur doit avoir son propre nom de connexion.

## Passwords

password-help = Plusieurs mots faciles à retenir valent mieux qu’un seul difficile à taper.
password-strength = Solidité
password-strength-0 = Très facile à deviner
password-strength-1 = Facile à deviner
password-strength-2 = Pas assez solide
password-strength-3 = Bon
password-strength-4 = Très bon
password-too-weak = Ce mot de passe est trop facile à deviner. Ajoutez un mot ou laissez le programme en créer un.
password-too-short = { $count ->
     [one] Utilisez au moins { $count } caractère.
    *[other] Utilisez au moins { $count } caractères.
}
password-differs = Les deux mots de passe ne sont pas les mêmes.
password-make = Créer une phrase pour moi
password-made = Notez-la jusqu’à ce que vous la sachiez par cœur, puis détruisez le papier.
password-use-made = Utiliser cette phrase

## Recovery sheet

recovery-sheet-title = Feuille de récupération
recovery-sheet-why = Si tous les mots de passe sont perdus, ces mots rouvrent le bureau. Sans eux, les dossiers seraient perdus pour toujours.
recovery-sheet-warning = Qui détient cette feuille peut tout lire. Le superviseur la garde sous clé, loin de cet ordinateur.
recovery-sheet-write = Recopiez les mots à la main ou imprimez la feuille.
recovery-sheet-print = Imprimer la feuille
recovery-sheet-save = Enregistrer dans un fichier
recovery-sheet-save-warning = Un fichier peut être copié sans que personne le remarque. Ne l’enregistrez que sur une clé gardée sous clé par le superviseur, jamais sur cet ordinateur.
recovery-sheet-saved = La feuille est enregistrée. Retirez la clé maintenant.
recovery-check-title = Vérifiez que tout est bien noté
recovery-check-text = Tapez ces mots d’après votre feuille.
recovery-word-number = Mot { $number }
recovery-check-wrong = Ce n’est pas le mot de la feuille. Vérifiez le numéro et l’orthographe.
recovery-kept = Le superviseur a la feuille et la garde sous clé.

## Backup place and the end

setup-backup-text = Choisissez une clé ou un second disque. Une copie y est faite à chaque verrouillage et à chaque fermeture. Elle est scellée : personne ne peut la lire sans un mot de passe de ce bureau.
setup-backup-place = Emplacement des copies
setup-backup-later = Choisir plus tard
setup-backup-later-warning = Jusque-là, les copies restent sur cet ordinateur seulement. S’il est perdu, elles le sont aussi.
setup-create = Créer le bureau
setup-creating = Création du bureau et de ses clés
setup-ready-title = Le bureau est prêt
setup-ready-text = Ensuite, l’administrateur ajoute les lieux et propose des travailleurs sociaux ; le superviseur les admet.
setup-sign-in-now = Se connecter

## More words of the first run

setup-what-it-is = Amparo garde les dossiers d’enfants en danger sur ce seul ordinateur, scellés, sans internet.
setup-sample-making = Création du bureau d’exemple
setup-office-name-missing = Écrivez le nom du bureau.
setup-agency-help = L’organisation qui gère le bureau
setup-agency-missing = Écrivez le nom de l’organisme.
setup-team-missing = Écrivez le nom de l’équipe.
setup-full-name-missing = Écrivez le nom.
recovery-sheet-qr = Code QR des mots de récupération
recovery-sheet-back = Si vous revenez en arrière pour changer quelque chose, une nouvelle feuille est créée et celle-ci ne vaut plus.
recovery-look-again = Revoir la feuille
setup-backup-chosen = Dossier choisi
setup-create-later = Créer le bureau, choisir plus tard
