## A record

record-new = Nouveau dossier
record-of-office = De { $office }, lecture seule
record-owner = Travailleur social : { $name }
record-history = Historique
record-history-empty = Rien n’a encore été enregistré.
record-changed-fields = { $count ->
     [one] { $count } réponse modifiée
    *[other] { $count } réponses modifiées
}
record-closed-fields = { $count ->
     [one] { $count } modification que vous ne pouvez pas voir
    *[other] { $count } modifications que vous ne pouvez pas voir
}
record-was = avant
record-now = maintenant
record-closed-section = Cette section vous est fermée.
record-section-complete = Complet
record-section-incomplete = Incomplet
record-section-progress = { $filled } réponses obligatoires sur { $needed }
record-mark-complete = Ce formulaire est complet
record-save-with-problems = Enregistrer quand même
record-saved = Enregistré.
record-saved-as = Enregistré sous { $code }.
record-leave-title = Quitter sans enregistrer ?
record-leave-text = Votre travail est gardé comme brouillon. Vous le trouverez sur la page d’accueil.
record-stay = Rester ici
record-leave = Garder comme brouillon et quitter
record-open-copy = Faire une copie pour un autre bureau
record-look-alike = Un enfant au nom semblable est déjà enregistré. Regardez avant de continuer.
record-age = Âge
record-age-estimated = environ { $age }

## Drafts

drafts-title = Brouillons
drafts-empty = Aucun brouillon
drafts-empty-text = Le travail pas encore enregistré est gardé ici, même en cas de coupure de courant.
draft-new = Un enfant pas encore enregistré
draft-open = Reprendre ce brouillon
draft-drop = Jeter ce brouillon
draft-drop-sure = Ce brouillon ne pourra pas être récupéré.
draft-found = Un travail du { $when } n’était pas enregistré. Il est de nouveau ouvert.

## Print

print-made-by = Imprimé par { $name }, { $when }
print-confidential = Confidentiel. À garder sous clé ; à détruire quand il n’est plus utile.

## The page of a case

record-title = Dossier
record-new-text = Commencez par le consentement. Vous pouvez enregistrer à tout moment ; rien ne doit être complet.
record-done-editing = Terminer la saisie
record-saved-at = Enregistré, { $time }
record-name-covered = Nom masqué
record-show-name = Afficher le nom
record-share = Envoyer à un autre bureau
record-unsaved-shown = Certaines de ces réponses ne sont pas encore enregistrées. Elles sont conservées comme brouillon.
record-changed-meanwhile = Quelqu’un a enregistré ce dossier après que vous l’avez ouvert.
record-take-over-text = Vos réponses sont conservées. Ouvrez la version la plus récente avec vos réponses par-dessus, relisez, puis enregistrez.
record-take-over = Ouvrir la plus récente avec mes réponses
record-older-draft = Votre brouillon a été commencé sur une version plus ancienne. Il reste dans vos brouillons ; ouvrez la version la plus récente pour comparer.
record-open-newest = Ouvrir la version la plus récente
draft-waits = Vous avez du travail non enregistré sur ce dossier, du { $when }.

## Questions and answers

field-closed = Fermé pour vous
field-covered = Masqué
private-show = Afficher noms et contacts
private-cover = Masquer noms et contacts
guiding = Questions qui aident
stand-ins = S’il n’y a pas de réponse
age-to-birth = Noter { $year } comme année de naissance, estimée
person-me = { $name } (vous)
person-not-known = Une personne inconnue ici
agency-own = Notre organisation ({ $office })
agency-not-known = Une organisation inconnue ici
place-not-known = Un lieu absent de votre liste
place-walk = Choisir étape par étape
place-level = Étape { $number }
another-case = Un autre dossier
photo-being-read = Lecture et réduction de l’image
photo-remove = Retirer l’image
photo-make-main = En faire la photo principale
photo-is-main = C’est maintenant la photo principale.
file-photo = Photo, { $size }
file-audio = Enregistrement vocal, { $size }
file-document = Copie d’un document, { $size }
signature-signer = Nom de la personne qui a signé
signature-date = Signé le
signature-folder = Numéro du dossier papier
signed-on-paper = { $signer }, { $date }, sur papier dans le dossier { $folder }
signed-drawn = { $signer }, { $date }, dessinée à l’écran
signed-thumbprint = { $signer }, { $date }, empreinte du pouce
field-in-row = { $rows } : { $cell }
answer-with-label = { $label } : { $answer }
row-empty = Rien d’écrit pour l’instant
row-removed = Ligne retirée. Ctrl+Z la rétablit.

## A copy for another office

share-unsaved = Seules les réponses enregistrées partent. Enregistrez d’abord si vos dernières réponses doivent partir aussi.
share-allowed-by = Autorisé par la réponse à : { $question }
share-withhold = La personne a demandé de ne pas communiquer ceci. Lisez-le avant de sceller.
share-counts = Réponses : { $fields }. Photos et documents : { $files }. Versions de l’historique : { $revisions }.
share-sealed-number = Numéro { $number } pour ce bureau, { $size }

## On paper

print-title = Imprimer un formulaire
print-form = Quel formulaire
print-filled = Avec les réponses
print-blank = Vierge, à remplir à la main
print-with-names = Avec noms, contacts et numéros
print-left-out = Omis sur papier
print-code-blank = Code : ____________________
print-sign-child = Enfant
print-sign-caregiver = Responsable de l’enfant
print-sign-caseworker = Gestionnaire de cas
print-sign-supervisor = Superviseur

## A record with several forms

record-itself = Ce dossier
record-new-text-other = Vous pouvez enregistrer à tout moment ; rien ne doit être complet.
record-taken-over = Certaines réponses ont été reprises de { $code }. Relisez-les : désormais chaque dossier garde les siennes.
step-intake = Accueil et consentement
step-registration = Enregistrement
step-assessment = Évaluation
step-work = Plan et suivi
step-care = Prise en charge
step-tracing = Recherche et réunification
step-special = Procédures particulières
step-closure = Documents et clôture
form-begun = Commencé
form-empty = Vide
form-begin = Commencer ce formulaire
form-begin-text = Rien n’est encore écrit dans ce formulaire.
form-not-yours = Vous pouvez lire ce formulaire. D’autres rôles le remplissent, ou le programme.
question-find = Trouver une question
question-none = Aucun formulaire, partie ou question avec ces mots.
around-title = Autour de ce dossier
around-empty = Rien n’est encore lié à ce dossier.
around-member = Dossier d’un membre de la famille
around-child = Dossier d’un enfant de cette famille
around-family-told = La famille mentionne maintenant ce dossier.
around-family-not-told = Le dossier est enregistré, mais la famille n’a pas pu être modifiée. Ajoutez-y ce dossier vous-même.
print-all-forms = Tous les formulaires
print-blank-forms = Formulaires vierges
version-new = Nouvelle version
version-before = Versions antérieures
version-none = Il n’y a pas encore de version antérieure.
version-complete = Version { $version }, complète. Elle reste telle qu’on y a répondu alors. Quand une réponse change, commencez une nouvelle version.
version-begun = La version { $version } part des réponses de la précédente. Relisez-les, faites signer de nouveau et déclarez-la complète.
version-unfinished = Version { $version }, pas encore complète.
version-of = Version { $version }, { $when }, { $name }
record-age-in-group = { $age } (groupe { $group })
