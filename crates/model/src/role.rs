//! Roles: what somebody may do, as plain data. `access` judges it; the office's own roles are stored as signed entries of its directory.

use crate::person::Role;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

macro_rules! actions {
    ($($(#[$doc:meta])* $name:ident = $id:literal in $group:ident needs [$($needs:ident),*];)*) => {
        /// What a signed-in person can set out to do: one permission.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Action {
            $($(#[$doc])* $name,)*
        }
        impl Action {
            /// Every action, so that the table can be tested as a whole.
            pub const ALL: &'static [Action] = &[$(Action::$name,)*];
            /// Its id, in stored roles and after `permission-` in the catalogues.
            #[must_use]
            pub fn id(self) -> &'static str {
                match self { $(Action::$name => $id,)* }
            }
            /// What it stands among in the editor.
            #[must_use]
            pub fn group(self) -> Group {
                match self { $(Action::$name => Group::$group,)* }
            }
            /// What it is of no use without.
            #[must_use]
            pub fn needs(self) -> &'static [Action] {
                match self { $(Action::$name => &[$(Action::$needs),*],)* }
            }
        }
    };
}

/// Permissions that belong together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// Work with records.
    Records,
    /// Accounts, teams, roles.
    People,
    /// Other offices.
    Exchange,
    /// The office itself: forms, places, backups, the log.
    Office,
}

impl Group {
    /// All of them, in the order of the editor.
    pub const ALL: &'static [Group] = &[Group::Records, Group::People, Group::Exchange, Group::Office];
}

actions! {
    /// See lists of records within reach, and find them there: codes, and names where the keys open them.
    ListRecords = "list-records" in Records needs [];
    /// Open records within reach (which those are, the keys decide).
    ReadRecords = "read-records" in Records needs [ListRecords];
    /// Register records of the types the role works with.
    RegisterRecords = "register-records" in Records needs [WriteRecords];
    /// Change records within reach; unsaved work, photos and files.
    WriteRecords = "write-records" in Records needs [ReadRecords];
    /// Take a change back.
    TakeBack = "take-back" in Records needs [WriteRecords, SeeHistory];
    /// Answer requests for approval.
    Approve = "approve" in Records needs [WriteRecords];
    /// Make another worker responsible for records.
    Assign = "assign" in Records needs [WriteRecords];
    /// Find records of colleagues by a name or a code: code, age, sex and whose they are, nothing else. Whoever may not does not belong to
    /// the circle that reads this much of every child.
    FindOthers = "find-others" in Records needs [ListRecords];
    /// Look for children whom somebody misses, and for those who miss a child.
    FindMatches = "find-matches" in Records needs [ReadRecords];
    /// Say yes or no to a match.
    DecideMatches = "decide-matches" in Records needs [FindMatches, WriteRecords];
    /// Look for children registered twice; join them under one record, or say that they are two.
    MarkDuplicates = "mark-duplicates" in Records needs [WriteRecords];
    /// Refer records to colleagues.
    Refer = "refer" in Records needs [WriteRecords];
    /// Transfer records to colleagues, and answer for those of one's team.
    Transfer = "transfer" in Records needs [WriteRecords];
    /// Pass records on although consent does not say so, with a reason.
    OverrideConsent = "override-consent" in Records needs [WriteRecords];
    /// Change the names, neighbours and weights that matches are found by.
    ShapeMatching = "shape-matching" in Records needs [FindMatches];
    /// See who changed what in a record.
    SeeHistory = "see-history" in Records needs [ReadRecords];
    /// Print forms with what stands in them.
    PrintRecords = "print-records" in Records needs [ReadRecords];
    /// Put a plain copy of a photo or file beside the office.
    CopyFiles = "copy-files" in Records needs [ReadRecords];
    /// See who has an account, and the teams.
    SeePeople = "see-people" in People needs [];
    /// Add, rename and move teams and agencies.
    AddTeam = "add-team" in People needs [SeePeople];
    /// Propose accounts and changes to them.
    ProposePerson = "propose-person" in People needs [SeePeople];
    /// Say yes to what is asked of people: gives them keys.
    AdmitPerson = "admit-person" in People needs [SeePeople];
    /// Make and change the office's own roles.
    ShapeRoles = "shape-roles" in People needs [SeePeople];
    /// See who was at work when.
    SeeWhoWorked = "see-who-worked" in People needs [SeePeople];
    /// See our card and the offices known.
    SeeOffices = "see-offices" in Exchange needs [];
    /// Take in another office's card, compare its digits.
    MeetOffices = "meet-offices" in Exchange needs [SeeOffices];
    /// Seal copies of cases to other offices.
    SendCopies = "send-copies" in Exchange needs [SeeOffices, ReadRecords];
    /// Open sealed files and accept what is in them.
    ReceiveBundles = "receive-bundles" in Exchange needs [SeeOffices, ReadRecords];
    /// Export the desk's key, with the recovery words.
    ExportDeskKey = "export-desk-key" in Exchange needs [SeeOffices];
    /// Look places up.
    SeePlaces = "see-places" in Office needs [];
    /// Bring in a list of places.
    ImportPlaces = "import-places" in Office needs [SeePlaces];
    /// Change forms, lists and clocks.
    ShapeForms = "shape-forms" in Office needs [];
    /// Count which records use what a draft of the forms gives up, and tell it rounded.
    CountUse = "count-use" in Office needs [];
    /// Make a backup, see how backups stand.
    BackUp = "back-up" in Office needs [];
    /// Bring a backup back.
    Restore = "restore" in Office needs [BackUp];
    /// Erase the keys on this machine in an emergency, and practise it.
    Emergency = "emergency" in Office needs [];
    /// See how long records are kept, what is due and what was destroyed.
    SeeRetention = "see-retention" in Office needs [];
    /// Keep a record whatever the rules say; ask that one within reach is destroyed.
    HoldRecords = "hold-records" in Records needs [SeeRetention, ReadRecords];
    /// Say yes to, or refuse, the destruction of a record: which, the office decides.
    AgreeToDestroy = "agree-to-destroy" in Office needs [SeeRetention];
    /// Say where second copies go, when the program locks, the code of conduct.
    SetOffice = "set-office" in Office needs [];
    /// Read the log, as far as its entries open.
    ReadLog = "read-log" in Office needs [];
}

/// Which records a role reaches: the circles of its base for that unit (SECURITY.md 2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// Those that they are responsible for.
    Own,
    /// Their team's.
    Team,
    /// Those of every team of their team's agency.
    Agency,
    /// The whole office's.
    All,
}

impl Scope {
    /// All of them, the narrowest first.
    pub const ALL: &'static [Scope] = &[Scope::Own, Scope::Team, Scope::Agency, Scope::All];

    /// Its id, after `scope-` in the catalogues.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Own => "own",
            Self::Team => "team",
            Self::Agency => "agency",
            Self::All => "all",
        }
    }
}

/// What a role may do with a form, in a record that it opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FormRight {
    /// What it asks is not handed out: not on screen, in print, in copies, in the history, in search.
    None,
    /// It is shown.
    Read,
    /// It is filled.
    Write,
}

impl FormRight {
    /// All of them, the least first.
    pub const ALL: &'static [FormRight] = &[FormRight::None, FormRight::Read, FormRight::Write];

    /// Its id, after `form-right-` in the catalogues.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Read => "read",
            Self::Write => "write",
        }
    }
}

/// Which role somebody was given: a standard one by its name, or one of the office's own.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct RoleId(pub String);

impl RoleId {
    /// A supervisor whose scope is the agency (DOMAIN.md 16.1).
    pub const MANAGER: &'static str = "manager";
    /// The same for GBV work.
    pub const GBV_MANAGER: &'static str = "gbv_manager";

    /// What an id of an office's own role begins with.
    pub const OWN: &'static str = "own-";

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<Role> for RoleId {
    fn from(role: Role) -> Self {
        Self(role.as_str().to_owned())
    }
}
impl From<&str> for RoleId {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}
impl PartialEq<Role> for RoleId {
    fn eq(&self, role: &Role) -> bool {
        self.0 == role.as_str()
    }
}
impl fmt::Display for RoleId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What a role gives. What it can decrypt, the circles of its base decide; everything here only narrows that, but for the scope.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rights {
    /// The standard role that it stands on: certificates and circles know that one.
    pub base: Role,
    /// The ids of what it may set out to do. Ids that this version does not know give nothing.
    pub actions: BTreeSet<String>,
    /// Which records it reaches.
    pub scope: Scope,
    /// Forms of which it may do other than its base.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub forms: BTreeMap<String, FormRight>,
    /// Roles that it may propose people for, or say yes to; none: all that its base may.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gives: Option<BTreeSet<RoleId>>,
    /// May say yes to what they asked for or wrote themselves.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub own_work: bool,
}

impl Rights {
    /// Whether it gives a permission.
    #[must_use]
    pub fn may(&self, action: Action) -> bool {
        self.actions.contains(action.id())
    }
}

/// One version of a role of the office's own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfficeRole {
    /// Stable.
    pub id: RoleId,
    /// Counts its versions from 1.
    pub number: u32,
    /// What it is called, by language tag.
    pub names: BTreeMap<String, String>,
    /// What it gives.
    pub rights: Rights,
    /// Given to nobody any more.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub retired: bool,
}
