## People of the office

people-title = Personnel
people-empty = Vous êtes seul ici pour l’instant
people-empty-text = Proposez un travailleur social. Un superviseur l’admet, puis il choisit son mot de passe.
people-propose = Proposer une personne
people-propose-text = Le compte n’a aucune clé tant qu’un superviseur ne l’a pas admis.
people-admit = Admettre
people-admit-text = N’admettez que des personnes que vous connaissez. Elles verront les dossiers de leur équipe selon leur rôle.
people-one-time-title = Mot de passe à usage unique
people-one-time-text = Remettez-le à { $name } en personne. Il n’est affiché que maintenant et ne sert qu’une fois.
person-name = Nom
person-login = Nom de connexion
person-role = Rôle
person-team = Équipe
person-standing = Situation
team-add = Ajouter une équipe
team-name = Nom de l’équipe
role-admin = Administrateur
role-caseworker = Travailleur social
role-supervisor = Superviseur
role-tracing-officer = Chargé de recherche familiale
role-gbv-caseworker = Gestionnaire de cas VBG
role-gbv-supervisor = Superviseur VBG
standing-proposed = Proposé
standing-admitted = Admis, pas encore connecté
standing-active = Actif
standing-disabled = Désactivé

## More about people

people-few = Il n’y a encore que les deux premières personnes
people-note-supervisor = Un administrateur propose des personnes ; vous admettez celles que vous connaissez.
people-one-time-done = Je l’ai remis
people-proposed = Proposé. Un superviseur admet cette personne sur la page « Personnel ».
people-team-missing = Choisissez une équipe.
people-teams = Équipes

## The one-time password

people-one-time-copied = Copié. Il reste dans le presse-papiers jusqu’à la prochaine copie.
