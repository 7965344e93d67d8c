## The page of the locked program. It names no office and no person.

sign-in-title = Connexion
sign-in-name = Votre nom de connexion
sign-in-password = Mot de passe
sign-in-button = Se connecter
sign-in-wrong = Le nom ou le mot de passe n’est pas juste.
sign-in-wait = { $seconds ->
     [one] Attendez { $seconds } seconde, puis réessayez.
    *[other] Attendez { $seconds } secondes, puis réessayez.
}
sign-in-opening = Ouverture du bureau
sign-in-forgotten = Mot de passe oublié ? La feuille de secours, que garde le superviseur, vous en donne un nouveau.
sign-in-recovery = Ouvrir avec la feuille de récupération
sign-in-other-office = Ouvrir un autre bureau
sign-in-new-office = Nouveau bureau
sign-in-sample = Ouvrir le bureau d’exemple
sign-in-sample-hint = Bureau d’exemple. Connectez-vous avec le nom { $name } et le mot de passe { $password }.
password-show = Afficher le mot de passe
password-hide = Masquer le mot de passe
caps-lock-on = La touche Verr. Maj. est active.

## First sign-in with a one-time password

new-password-title = Choisissez votre mot de passe
new-password-why = Le mot de passe reçu ne sert qu’une fois. Désormais, vous seul connaissez le vôtre.
password-old = Mot de passe actuel
password-new = Nouveau mot de passe
password-repeat = Nouveau mot de passe, encore une fois
password-change = Changer mon mot de passe
password-changed = Votre mot de passe est changé.

## Locked and idle

locked-title = Verrouillé
locked-text = Vos brouillons sont gardés et scellés. Connectez-vous pour continuer.
idle-title = Êtes-vous encore là ?
idle-text = Appuyez sur une touche pour rester connecté.
hidden-title = L’écran est masqué
hidden-text = Appuyez sur F9 pour reprendre le travail.

## Recovery

recovery-title = Ouvrir avec la feuille de récupération
recovery-words = Les mots de la feuille de récupération
recovery-words-hint = 24 mots, dans l’ordre, séparés par une espace
recovery-words-wrong = Ces mots n’ouvrent pas ce bureau. Vérifiez chaque mot et l’ordre.
recovery-written-down = Cette ouverture est inscrite dans le journal du bureau, visible de tous.

## More words of the threshold

sign-in-name-missing = Écrivez le nom de connexion.
sample-title = Personnes du bureau d’exemple
recovery-words-count = { $count ->
     [one] La feuille compte 24 mots ; vous en avez écrit { $count }.
    *[other] La feuille compte 24 mots ; vous en avez écrit { $count }.
}
recovery-login-help = La personne dont le mot de passe sera remplacé
recovery-go = Ouvrir et définir le mot de passe

## The recovery words

recovery-word-unknown = Le mot { $number } ne fait pas partie des mots possibles d’une telle feuille. Vérifiez son orthographe.

## The sample office

sample-take = Remplir

## Between a lock and the new program
ending-title = Verrouillé
ending-text = La sauvegarde est en cours. Les deux champs apparaissent dès qu’elle est faite.
ending-working = Sauvegarde en cours
