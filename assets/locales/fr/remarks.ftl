## Told of an import from Primero. The name is the code of the remark, of its place (remark-area-) or of the refusal (primero-).

## Came along as it was
remark-understood = Repris tel quel.

## Came along, but changed
remark-field-renamed = Le nom ne pouvait pas rester : le premier est celui du fichier, le second celui d’ici.
remark-form-renamed = L’identifiant du formulaire ne convient pas ici ou est déjà pris : le formulaire en a un nouveau.
remark-list-renamed = L’identifiant de la liste ne convient pas ici ou figurait deux fois : la liste en a un nouveau.
remark-form-for-each-module = Le formulaire sert à la protection de l’enfance et aux violences basées sur le genre : ici, chacune a le sien.
remark-module-assumed = Le formulaire ne dit pas de quel travail il relève : il a été attribué à la protection de l’enfance.
remark-tally-as-numbers = Les compteurs sont devenus des nombres, avec une somme calculée.
remark-range-as-two-dates = Une période est devenue deux dates, début et fin.
remark-radio-as-select = Les boutons sont devenus une liste à choix unique.
remark-time-dropped = Seul le jour est gardé ; l’heure est laissée de côté.
remark-one-answer-only = Primero permettait de choisir plusieurs lieux, personnes ou organisations ; ici, un seul choix est possible.
remark-files-as-rows = Primero permettait d’ajouter plusieurs photos, sons ou documents ; ici, chacun occupe une ligne.
remark-one-file-only = Cette question est déjà dans une ligne : elle ne contient qu’une photo, un son ou un document.
remark-options-missing-as-text = Les options ne sont pas dans le fichier ou n’existent que dans Primero : ici, la réponse s’écrit en texte.
remark-groups-as-options = Les options sont les groupes d’utilisateurs du fichier, tels qu’ils sont maintenant.
remark-nested-beside = Les lignes contenues dans des lignes sont maintenant à côté : le lien entre elles n’est pas gardé.
remark-calculation-typed = Calculé dans Primero, saisi à la main ici, car rien n’est calculé dans les lignes.
remark-average-whole = Ici, la moyenne est arrondie à un nombre entier.
remark-hidden-counts-as-blank = Tant que ces questions sont masquées, les conditions les considèrent comme vides ; Primero utilisait leur ancienne réponse.
remark-tick-words-joined = Le texte à côté de la case à cocher est maintenant à la suite de la question.
remark-words-in-help = Le texte de la signature ou de l’exemple est maintenant dans l’aide.
remark-markup-taken-out = Les balises et les caractères invisibles ont été retirés du texte.
remark-words-cut = Les textes de plus de 2 000 lettres ont été coupés.
remark-label-from-name = Il n’y avait pas de libellé : le nom le remplace.
remark-heading-follows-questions = Un intertitre s’affiche dès qu’une question placée dessous s’affiche.
remark-required-when-complete = Les réponses obligatoires sont demandées quand le formulaire est marqué complet ; un brouillon peut être enregistré sans elles.
remark-completion-as-required = Comptait dans le taux de remplissage de Primero ; ici, nécessaire pour marquer le formulaire complet.
remark-as-in-office = Ce bureau le demande déjà : son type et sa partie du dossier restent, et les options du fichier sont ajoutées.
remark-as-in-first-form = Un formulaire précédent du fichier demande la même chose : ses options, ses lignes et son calcul font foi.
remark-switched-off = Masqué dans Primero ; cela reste masqué ici jusqu’à ce qu’un administrateur l’affiche de nouveau.
remark-rows-in-part = Primero n’affichait que certaines questions de ces lignes ; les autres sont masquées ici.
remark-groups-as-order = Les groupes de formulaires sont gardés comme ordre des formulaires et comme proposition de titres.
remark-role-as-ours = Le rôle ressemble à un rôle qui existe ici ; personne ne le reçoit de ce fait.

## Left behind
remark-unknown-type = Un type de question qui n’existe pas dans Primero version 2.
remark-custom-field = Une question que Primero affiche à sa propre façon.
remark-unknown-record-type = Un formulaire pour un type de dossier inconnu ici.
remark-other-module = Un formulaire pour un travail qui n’existe pas ici, comme le suivi des violations graves.
remark-record-not-in-module = Un formulaire pour un type de dossier que ce domaine de travail n’a pas ici.
remark-built-in-page = Une page de Primero sans questions propres ; Amparo a sa propre page pour cela.
remark-empty-form = Un formulaire dans lequel il ne restait aucune question.
remark-doubled = Le même identifiant figure plusieurs fois dans le fichier ; le premier compte.
remark-no-id = Il n’y a pas d’identifiant utilisable ; le nombre est la position dans le fichier.
remark-rows-missing = Les questions de ces lignes ne sont pas dans le fichier.
remark-rows-unused = Des questions pour des lignes qu’aucun formulaire n’affiche.
remark-rows-loop = Des lignes qui se contiennent elles-mêmes.
remark-rows-too-deep = Des lignes imbriquées à trop de niveaux dans d’autres lignes.
remark-rows-empty = Des lignes dans lesquelles il ne restait aucune question.
remark-two-meanings = Un autre formulaire du fichier a une question du même nom, mais d’un autre type.
remark-bad-option = Une option sans identifiant utilisable.
remark-option-conditions = Certaines options n’étaient proposées qu’avec certaines réponses ; ici, toutes le sont.
remark-option-tags = Les étiquettes des options sont laissées de côté.
remark-condition = La condition ne peut pas être lue ou exprimée ici : la question est toujours affichée.
remark-condition-on-unknown = La condition nomme quelque chose qu’aucun formulaire ne contient : la question est toujours affichée.
remark-condition-off = La condition était désactivée dans Primero.
remark-condition-loop = La condition dépend d’elle-même : la question est toujours affichée.
remark-condition-chain = La condition est au bout d’une chaîne de plus de cent autres : la question est toujours affichée.
remark-calculation = Le calcul ne peut pas être lu ou exprimé ici : la réponse se remplit à la main.
remark-calculation-on-unknown = Le calcul nomme quelque chose qu’aucun formulaire ne contient : la réponse se remplit à la main.
remark-calculation-loop = Le calcul dépend de lui-même : la réponse se remplit à la main.
remark-calculation-across-parts = Le calcul utilise des parties du dossier que tout le monde ne peut pas lire : la réponse se remplit à la main.
remark-default = La réponse proposée ne convient pas à sa question.
remark-date-rule = Une règle de dates inconnue ici ; les dates ne sont pas contrôlées selon elle.
remark-heading-in-rows = Un intertitre à l’intérieur de lignes.
remark-empty-heading = Un intertitre sans rien en dessous.
remark-read-only = Primero permettait de le lire sans le modifier ; ici, on peut le remplir.
remark-hidden-in-view = Primero le masquait en simple lecture du dossier ; ici, il reste affiché.
remark-hide-name-switch = L’interrupteur qui masque un nom est laissé de côté : ici, un nom se voit selon le droit de le lire.
remark-matching = Primero l’utilisait pour rapprocher les demandes de recherche ; ici, il n’y sert pas.
remark-row-filter = Primero n’affichait que certaines lignes selon leur contenu ; cette règle est laissée de côté.
remark-row-order = L’ordre et le regroupement des lignes sont laissés de côté.
remark-row-rules = La règle de seulement ajouter des lignes et les lignes vides au départ sont laissées de côté.
remark-appearance = Les liens, lignes repliées, modèles et autres réglages d’apparence sont laissés de côté.
remark-locked = Dans Primero, un administrateur ne pouvait pas le changer ; ici, c’est possible.
remark-agency-files = Les logos et les conditions d’utilisation des organisations sont laissés de côté.
remark-role = Le rôle ne ressemble à aucun de ceux d’ici ; il est seulement mentionné.
remark-report = Le rapport est seulement mentionné ; il est à refaire ici.
remark-report-on-unknown = Le rapport compte des questions qui n’ont pas été reprises.
remark-contact = Les coordonnées des personnes de l’autre système sont laissées de côté.
remark-unknown-part = Le fichier contient d’autres parties qu’aucun Primero version 2 ne possède.
remark-too-much = Il y en a plus qu’aucun bureau n’en a besoin : la suite est laissée de côté.
remark-bad-language = Les textes dont la langue n’est pas connue sont laissés de côté.
remark-refused = Le formulaire n’a pas passé le dernier contrôle.

## Where in the file
remark-area-file = Le fichier entier
remark-area-form = Formulaire
remark-area-list = Liste d’options
remark-area-role = Rôle
remark-area-group = Groupe d’utilisateurs
remark-area-agency = Organisation
remark-area-report = Rapport
remark-area-contact = Contact

## Why a file was refused as a whole
primero-too-large = Le fichier est trop grand pour être une configuration de Primero.
primero-too-deep = Les éléments du fichier sont imbriqués à trop de niveaux.
primero-too-many = Le fichier contient plus d’éléments qu’une configuration de Primero.
primero-not-json = Le fichier est abîmé, ou ce n’est pas un fichier de configuration.
primero-not-a-configuration = Le fichier n’est une configuration ni d’Amparo ni de Primero.
primero-missing = Il manque au fichier une partie que toute configuration de Primero contient.
primero-not-an-array = Une partie du fichier contient autre chose que la liste attendue.
primero-other-version = Le fichier vient d’une autre version de Primero ; seule la version 2 peut être lue.
primero-nothing-usable = Aucun formulaire du fichier ne peut être repris.
primero-stopped = La lecture du fichier a été arrêtée.
